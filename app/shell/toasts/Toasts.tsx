import { useEffect } from 'react';
import { useLatePart } from '#app/shell/use-late-part.ts';

/**
 * Where toasts appear. With the pages that raise them, so that no other page loads them; and after the page is
 * shown, but before anything goes wrong: that the server is away must be told without it.
 */
export function Toasts() {
  const [ToastShelf, load] = useLatePart(loadShelf, null);
  useEffect(load, [load]);
  return ToastShelf && <ToastShelf />;
}

const loadShelf = async () => (await import('./ToastShelf')).default;
