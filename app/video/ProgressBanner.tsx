import type { StatusView } from './status-view';
import { STATIONS, stationOf } from './status-words';

/** Always at the bottom of the window while the film is being made: spinner, stage, percent. */
export function ProgressBanner({ status, isConnected }: { status: StatusView; isConnected: boolean }) {
  const { progress, stage } = status;
  const station = stationOf(status.status) ?? 0;
  return (
    <aside className="banner" aria-label="Progress">
      <div className="page-width banner-row">
        <span className="spinner" aria-hidden="true" />
        <p className="banner-stage">{isConnected ? stage : 'The server is not answering. Trying again…'}</p>
        <p className="banner-percent figures" aria-hidden="true">
          {progress}%
        </p>
      </div>
      <div
        className="banner-bar"
        role="progressbar"
        aria-label="Film"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={progress}
        aria-valuetext={`${progress}%, ${stage}`}
      >
        <span style={{ inlineSize: `${progress}%` }} />
      </div>
      {/* Spoken at each new station only: the figures above change every few seconds. */}
      <p className="visually-hidden" role="status">
        Step {station + 1} of {STATIONS.length}: {STATIONS[station]}
      </p>
    </aside>
  );
}
