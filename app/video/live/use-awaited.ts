import { useCallback, useEffect, useState } from 'react';

interface Awaited<Told> {
  /** What came with the page, which knows all that was asked before it did. */
  loaded: Told;
  /** Where it is asked for. */
  address: string;
  /** Whether anything of it is still to come. */
  isAwaited: (known: Told) => boolean;
  /** How often is asked, ms. */
  everyMs: number;
  /** After so many questions a person may reload; absent for asking on and on. */
  mostQuestions?: number;
}

/**
 * What came with a page, and what becomes of it while something is still to come: asked again and again.
 * @returns what is known, and what sets it where something else has told it
 */
export function useAwaited<Told>({
  loaded,
  address,
  isAwaited,
  everyMs,
  mostQuestions = Number.POSITIVE_INFINITY,
}: Awaited<Told>): [Told, (told: Told) => void] {
  const [news, setNews] = useState<{ since: Told; told: Told } | null>(null);
  const known = news?.since === loaded ? news.told : loaded;
  const isAsked = isAwaited(known);
  const tell = useCallback((told: Told) => setNews({ since: loaded, told }), [loaded]);
  useEffect(() => {
    if (!isAsked) return;
    let questions = 0;
    let isOver = false;
    const asking = setInterval(async () => {
      questions += 1;
      if (questions >= mostQuestions) clearInterval(asking);
      // A server that is away is asked again.
      const answer = await fetch(address).catch(() => null);
      const told = answer?.ok ? await answer.json().catch(() => null) : null;
      if (told !== null && !isOver) tell(told);
    }, everyMs);
    return () => {
      isOver = true;
      clearInterval(asking);
    };
  }, [isAsked, address, everyMs, mostQuestions, tell]);
  return [known, tell];
}
