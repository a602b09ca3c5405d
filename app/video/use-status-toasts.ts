import { useEffect, useRef } from 'react';
import { toast } from 'sonner';
import type { StatusView } from './status-view';

/** How long a toast stays, ms. */
const TOAST_MS = 5000;

/**
 * Raises one toast at each change of a video's status, and one when the page shows a video that has only
 * just begun. The toast's id holds video and status, so that none is shown twice.
 * @param retryCost what retrying will cost, such as `≈ $0.10`; null where it is free.
 */
export function useStatusToasts(
  { id, status, stage, error }: StatusView,
  retry: () => void,
  retryCost: string | null,
): void {
  const shown = useRef<string | null>(null);
  const latest = useRef({ retry, retryCost });
  useEffect(() => {
    latest.current = { retry, retryCost };
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
      const { retryCost: cost } = latest.current;
      const label = cost === null ? 'Retry' : `Retry for ${cost}`;
      const action = canRetry ? { label, onClick: () => latest.current.retry() } : undefined;
      toast.error(stage, { ...options, ...(action && { action }) });
    } else if (status === 'assets_missing') toast.warning(stage, options);
    else toast.info(stage, options);
  }, [id, status, stage, error]);
}
