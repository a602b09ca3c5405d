import { useRevalidator } from '@remix-run/react';
import { RETRY_AFTER_S } from '#app/http/database-fault.ts';
import { STEADY_PACE } from '#app/video/poll-pace.ts';
import { usePolling } from '#app/video/use-polling.ts';

/** Asks for the page again and again, until it is there. */
export function ComingBack() {
  const { revalidate, state } = useRevalidator();
  usePolling({ active: true, busy: state !== 'idle', pace: STEADY_PACE, poll: revalidate });
  return (
    <noscript>
      <meta httpEquiv="refresh" content={String(RETRY_AFTER_S)} />
    </noscript>
  );
}
