import { useEffect, useRef } from 'react';
import { toast } from 'sonner';
import type { StatusView } from '../views/status-view';

/** How long a toast stays, ms. */
const TOAST_MS = 5000;

/**
 * Raises one toast at each change of a video's status, and one when the page shows a video that has only
 * just begun. The toast's id holds video and status, so that none is shown twice.
 */
export function useStatusToasts({ id, status, stage, error }: StatusView, retry: () => void): void {
  const shown = useRef<string | null>(null);
  const latestRetry = useRef(retry);
  useEffect(() => {
    latestRetry.current = retry;
  });
  useEffect(() => {
    const toastId = `${id}:${status}`;
    const isFirst = shown.current === null;
    if (shown.current === toastId) return;
    shown.current = toastId;
    if (isFirst && status !== 'pending') return;
    const options = { id: toastId, duration: TOAST_MS };
    if (status === 'completed') toast.success(stage, options);
    else if (status === 'failed') {
      const canRetry = error?.retryable !== false;
      const action = canRetry ? { label: 'Retry', onClick: () => latestRetry.current() } : undefined;
      toast.error(stage, { ...options, ...(action && { action }) });
    } else if (status === 'assets_missing') toast.warning(stage, options);
    else toast.info(stage, options);
  }, [id, status, stage, error]);
}
