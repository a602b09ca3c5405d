import { progressWords, timeLeftWords } from './progress-words';
import type { StatusView } from './status-view';
import { STATIONS, stationOf } from './status-words';
import { useCountedUp } from './use-counted-up';

/** Always at the bottom of the window while the film is being made: spinner, what is done, percent. */
export function ProgressBanner({ status, isConnected }: { status: StatusView; isConnected: boolean }) {
  const { progress } = status;
  const shown = useCountedUp(progress);
  const words = progressWords(status);
  const left = timeLeftWords(status.secondsLeft);
  const station = stationOf(status.status) ?? 0;
  return (
    <aside className="banner" aria-label="Progress">
      <div className="page-width banner-row">
        <span className="spinner" aria-hidden="true" />
        <p className="banner-stage">
          {isConnected ? words : 'The server is not answering. Trying again…'}
          {isConnected && left !== null && <span className="banner-left">{left}</span>}
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
        aria-valuetext={[`${progress}%`, words, left].filter(Boolean).join(', ')}
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
