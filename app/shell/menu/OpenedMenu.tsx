import * as Menu from '@radix-ui/react-dropdown-menu';
import { forwardRef, useCallback, useRef } from 'react';
import { useWords } from '#app/language/use-words.ts';
import { Icon } from '#app/shell/Icon.tsx';
import type { MenuButtonLook, MenuItem, MenuItems } from './menu-items';

interface OpenedMenuProps {
  look: MenuButtonLook;
  items: MenuItems;
  /** Whether it was opened by a key, so that its first item has the focus. */
  isByKey: boolean;
}

const FIRST_ITEM = '[role="menuitem"]:not([data-disabled])';

/** A menu that is open when it comes, with its button. Loaded when it is wanted, see `MenuButton`. */
export const OpenedMenu = forwardRef<HTMLButtonElement, OpenedMenuProps>(function OpenedMenu(
  { look, items, isByKey },
  button,
) {
  const { direction } = useWords();
  // What was chosen takes the focus by itself; else it goes back to the button.
  const isFocusTaken = useRef(false);
  // The first key was pressed before the menu could hear it.
  const isFirst = useRef(isByKey);
  const begin = useCallback((content: HTMLDivElement | null) => {
    if (!content || !isFirst.current) return;
    isFirst.current = false;
    content.querySelector<HTMLElement>(FIRST_ITEM)?.focus({ preventScroll: true });
  }, []);
  const content = (
    <Menu.Content
      ref={begin}
      className="menu"
      align="end"
      sideOffset={4}
      collisionPadding={8}
      onCloseAutoFocus={(event) => {
        if (isFocusTaken.current) event.preventDefault();
        isFocusTaken.current = false;
      }}
    >
      {items.map((item, at) =>
        item === 'line' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name, and keep their places.
          <Menu.Separator key={at} className="menu-line" />
        ) : (
          <Item
            key={item.label}
            item={item}
            onTaken={() => {
              isFocusTaken.current = true;
            }}
          />
        ),
      )}
    </Menu.Content>
  );
  return (
    <Menu.Root modal={false} dir={direction} defaultOpen>
      <Menu.Trigger ref={button} className={look.className} aria-label={look.label}>
        <Icon name="more" />
      </Menu.Trigger>
      {look.isOutside ? <Menu.Portal>{content}</Menu.Portal> : content}
    </Menu.Root>
  );
});

function Item({ item, onTaken }: { item: MenuItem; onTaken: () => void }) {
  const { label, icon, isBad = false, isDisabled = false, takesFocus = false, does } = item;
  const words = (
    <>
      {icon && <Icon name={icon} />} {label}
    </>
  );
  const className = isBad ? 'menu-item menu-item-bad' : 'menu-item';
  if (typeof does !== 'function') {
    return (
      <Menu.Item className={className} asChild>
        <a href={does.url} download={does.fileName}>
          {words}
        </a>
      </Menu.Item>
    );
  }
  return (
    <Menu.Item
      className={className}
      disabled={isDisabled}
      onSelect={() => {
        if (takesFocus) onTaken();
        does();
      }}
    >
      {words}
    </Menu.Item>
  );
}
