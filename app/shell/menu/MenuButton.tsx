import { forwardRef, useState } from 'react';
import { Icon } from '#app/shell/Icon.tsx';
import { useLatePart } from '#app/shell/use-late-part.ts';
import type { MenuButtonLook, MenuItems } from './menu-items';

const loadMenu = async () => (await import('./OpenedMenu')).OpenedMenu;

/**
 * A button with a menu, whose script is loaded once somebody is about to open one. The ref is the button, which is
 * another one from the first opening on.
 */
export const MenuButton = forwardRef<HTMLButtonElement, MenuButtonLook & { items: MenuItems }>(
  function MenuButton({ items, ...look }, button) {
    const [OpenedMenu, ask] = useLatePart(loadMenu, 'menu');
    const [isByKey, setByKey] = useState(false);
    if (OpenedMenu) return <OpenedMenu ref={button} look={look} items={items} isByKey={isByKey} />;
    const open = (byKey: boolean) => {
      setByKey(byKey);
      ask();
    };
    return (
      <button
        ref={button}
        type="button"
        className={look.className}
        aria-label={look.label}
        aria-haspopup="menu"
        aria-expanded={false}
        onPointerEnter={loadAhead}
        onPointerDown={loadAhead}
        onFocus={loadAhead}
        // Enter and the space bar are clicks without a pointer.
        onClick={({ detail }) => open(detail === 0)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          open(true);
        }}
      >
        <Icon name="more" />
      </button>
    );
  },
);

/** Where it cannot be had, that is told when it is wanted. */
function loadAhead(): void {
  void loadMenu().catch(() => undefined);
}
