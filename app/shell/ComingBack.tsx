import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import { RETRY_AFTER_S } from '#app/http/database-fault.ts';

/** Asks for the page again and again, until it is there; without script it is loaded anew. */
export function ComingBack() {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (state !== 'idle') return;
    const timer = setTimeout(revalidate, RETRY_AFTER_S * 1000);
    return () => clearTimeout(timer);
  }, [revalidate, state]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content={String(RETRY_AFTER_S)} />
    </noscript>
  );
}
