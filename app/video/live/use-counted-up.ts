import { useEffect, useRef, useState } from 'react';

/** Over how long a rise is shown: a little less than the time between two polls, ms. */
const RISE_MS = 2500;

/**
 * A whole number that counts up to the newest one instead of jumping there; it never runs ahead of it. Falls
 * at once, and rises at once where people want less motion.
 */
export function useCountedUp(target: number): number {
  const [shown, setShown] = useState(target);
  const latest = useRef(shown);
  useEffect(() => {
    const show = (value: number) => {
      latest.current = value;
      setShown(value);
    };
    const rise = target - latest.current;
    if (rise <= 1 || matchMedia('(prefers-reduced-motion: reduce)').matches) {
      show(target);
      return;
    }
    const timer = setInterval(() => {
      show(latest.current + 1);
      if (latest.current >= target) clearInterval(timer);
    }, RISE_MS / rise);
    return () => clearInterval(timer);
  }, [target]);
  return shown;
}
