import type { IconName } from '#app/shell/Icon.tsx';

/** One of the things that a menu offers. */
export interface MenuItem {
  label: string;
  icon?: IconName;
  /** Whether it takes something away. */
  isBad?: boolean;
  isDisabled?: boolean;
  /** Whether what it does takes the focus by itself; else that goes back to the menu's button. */
  takesFocus?: boolean;
  does: (() => void) | Download;
}

/** A file to be taken. */
export interface Download {
  url: string;
  fileName: string;
}

/** What a menu offers, in its order; `line` parts what stands before from what follows. */
export type MenuItems = readonly (MenuItem | 'line')[];

/** A menu's button, and where its menu stands. */
export interface MenuButtonLook {
  className: string;
  /** What the button is called. */
  label: string;
  /** Whether the menu stands outside of what the button is in, which would cut it off. */
  isOutside?: boolean;
}
