import type { StatusView } from '#app/video/status-view.ts';
import { STATIONS, stationOf } from '#app/video/status-words.ts';
import { progressDetail, progressWords } from './progress-words';
import { useCountedUp } from './use-counted-up';

/** Always at the bottom of the window while the film is being made: spinner, what is done, percent. */
export function ProgressBanner({ status, isConnected }: { status: StatusView; isConnected: boolean }) {
  const { progress } = status;
  const shown = useCountedUp(progress);
  const words = progressWords(status);
  const detail = progressDetail(status);
  const station = stationOf(status.status) ?? 0;
  return (
    <aside className="banner" aria-label="Progress">
      <div className="page-width banner-row">
        <span className="spinner" aria-hidden="true" />
        <p className="banner-stage">
          {isConnected ? words : 'The server is not answering. Trying again…'}
          {isConnected && detail !== '' && <span className="banner-detail">{detail}</span>}
        </p>
        <p className="banner-percent figures" aria-hidden="true">
          {shown}%
        </p>
      </div>
      <div
        className="banner-bar"
        role="progressbar"
        aria-label="Film"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={progress}
        aria-valuetext={[`${progress}%`, words, detail].filter(Boolean).join(', ')}
      >
        <span style={{ inlineSize: `${shown}%` }} />
      </div>
      {/* Spoken at each new station only: the figures above change every few seconds. */}
      <p className="visually-hidden" role="status">
        Step {station + 1} of {STATIONS.length}: {STATIONS[station]}
      </p>
    </aside>
  );
}
