import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/**
 * Whether the page's script runs: false in the server's answer and while it is taken up, true from then on,
 * and from the very first on a page that the script opens.
 */
export function useScripted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
