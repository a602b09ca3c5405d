import { useWords } from '#app/language/use-words.ts';
import { enumerated } from '#app/video/enumeration.ts';
import type { StatusView } from '#app/video/status-view.ts';
import { STATIONS, stationOf } from '#app/video/status-words.ts';
import { percentDone, progressDetail, progressWords } from './progress-words';
import { useCountedUp } from './use-counted-up';

/** Always at the bottom of the window while the film is being made: spinner, what is done, percent. */
export function ProgressBanner({ status, isConnected }: { status: StatusView; isConnected: boolean }) {
  const words = useWords();
  const { t, told } = words;
  const { progress } = status;
  const shown = useCountedUp(progress);
  const stage = progressWords(status, words);
  const detail = progressDetail(status, words);
  const station = stationOf(status.status) ?? 0;
  return (
    <aside className="banner" aria-label={t('Progress')}>
      <div className="page-width banner-row">
        <span className="spinner" aria-hidden="true" />
        <p className="banner-stage">
          {isConnected ? stage : t('The server is not answering. Trying again…')}
          {isConnected && detail !== '' && <span className="banner-detail">{detail}</span>}
        </p>
        <p className="banner-percent figures" aria-hidden="true">
          {percentDone(shown, words)}
        </p>
      </div>
      <div
        className="banner-bar"
        role="progressbar"
        aria-label={t('Film')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={progress}
        aria-valuetext={enumerated([percentDone(progress, words), stage, detail].filter(Boolean), words)}
      >
        <span style={{ inlineSize: `${shown}%` }} />
      </div>
      {/* Spoken at each new station only: the figures above change every few seconds. */}
      <p className="visually-hidden" role="status">
        {t('Step {{step}} of {{steps}}: {{station}}', {
          step: station + 1,
          steps: STATIONS.length,
          station: told(STATIONS[station] ?? ''),
        })}
      </p>
    </aside>
  );
}
