import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useWords } from '#app/language/use-words.ts';
import { Icon } from '#app/shell/Icon.tsx';
import { spokenLength } from '#app/shell/length-words.ts';
import { isFinished } from '#jobs/story/film/status.ts';
import { LocalTime } from './LocalTime';
import { NoticeButton } from './live/NoticeButton';
import type { StatusView } from './status-view';
import { displayTitle, STATIONS, stationOf, statusLabel, titleLanguage } from './status-words';

interface VideoHeadProps {
  status: StatusView;
  /** What was paid so far, and what going on will cost; null where it is free. */
  spent: string | null;
  toGoOn: string | null;
  /** The title, where it can be changed in place; null for the plain one. */
  title?: ReactNode;
}

/** Title, where the film stands, and what may be done about it. */
export function VideoHead({ status, spent, toGoOn, title = null }: VideoHeadProps) {
  const words = useWords();
  const { t, told } = words;
  const isWorking = !isFinished(status.status);
  const sceneCount = status.storyboard.scenes.length;
  return (
    <header className="video-head">
      {title ?? (
        <h1 className={status.title === '' ? 'untitled' : undefined} {...titleLanguage(status)}>
          {displayTitle(status.title, words)}
        </h1>
      )}
      <p className="video-facts">
        <LocalTime iso={status.createdAt} withDate />
        {sceneCount > 0 && <span>{t('{{count}} scenes', { count: sceneCount })}</span>}
        {status.durationMs !== null && <span>{told(spokenLength(status.durationMs))}</span>}
        {spent !== null && <span>{t('{{amount}} spent', { amount: spent })}</span>}
        {status.status === 'cancelled' && <span>{t(statusLabel(status.status))}</span>}
      </p>
      {isWorking && <Trail status={status} />}
      <div className="video-ways">
        {isWorking && (
          <>
            <Form method="post">
              <button className="button" type="submit" name="intent" value="cancel">
                <Icon name="stop" /> {t('Cancel')}
              </button>
            </Form>
            <NoticeButton />
          </>
        )}
        {status.status === 'cancelled' && (
          <Form method="post">
            <button className="button button-primary" type="submit" name="intent" value="process">
              <Icon name="retry" /> {t('Go on with it')}
            </button>
            {toGoOn !== null && <span className="panel-note">{t('for {{cost}}', { cost: toGoOn })}</span>}
          </Form>
        )}
      </div>
    </header>
  );
}

function Trail({ status }: { status: StatusView }) {
  const { t } = useWords();
  const current = stationOf(status.status);
  return (
    <ol className="trail" aria-label={t('Stations of the film')}>
      {STATIONS.map((station, index) => {
        const state = current === null || index > current ? 'ahead' : index < current ? 'done' : 'now';
        return (
          <li key={station} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
            <span className="trail-mark">{state === 'done' ? <Icon name="check" /> : null}</span>
            {t(station)}
            {state === 'done' && <span className="visually-hidden"> {t('(done)')}</span>}
          </li>
        );
      })}
    </ol>
  );
}
