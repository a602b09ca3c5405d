import type { Words } from '#app/language/page-words.ts';
import { Rich } from '#app/language/Rich.tsx';
import { useWords } from '#app/language/use-words.ts';
import { Icon } from '#app/shell/Icon.tsx';
import { clockLength } from '#app/shell/length-words.ts';
import type { FilmControl } from '#app/video/film/film-control.ts';
import type { StatusView } from '#app/video/status-view.ts';
import { type ChecksView, sceneAnchor } from './checks-view';
import { useChecks } from './use-checks';

interface ChecksCardProps {
  status: StatusView;
  checks: ChecksView;
  film: FilmControl;
  /** Whether scenes can be changed on this page. */
  hasEditor: boolean;
}

/** What was found in the finished film by looking at it, and where. The film is there whatever it is. */
export function ChecksCard(props: ChecksCardProps) {
  // What was found in another film is nothing of this one.
  return <FilmChecks key={props.status.videoUrl} {...props} />;
}

function FilmChecks({ status, checks: loaded, film, hasEditor }: ChecksCardProps) {
  const { t, told } = useWords();
  const checks = useChecks(status.id, loaded, status.videoUrl !== null);
  if (status.status !== 'completed' || status.videoUrl === null) return null;
  const { state, findings } = checks;
  return (
    <section className="checks" aria-labelledby="checks-title" data-state={state}>
      <h2 id="checks-title">
        {state !== 'pending' && <Icon name={state === 'passed' ? 'check' : 'alert'} />}
        <span role="status">{headline(checks, t)}</span>
      </h2>
      {findings.length > 0 && (
        <ol>
          {findings.map(({ check, severity, atMs, toMs, scene, message, hint }) => (
            <li key={`${check} ${atMs} ${message}`} data-severity={severity}>
              <button type="button" className="check-time figures" onClick={() => film.playFrom(atMs)}>
                <Rich
                  text="<what>Play from </what>{{time}}"
                  parts={{ what: <span className="visually-hidden" /> }}
                  values={{ time: [atMs, ...(toMs - atMs >= 1000 ? [toMs] : [])].map(clockLength).join('–') }}
                />
              </button>
              <div>
                <p>{told(message)}</p>
                <p className="panel-note">
                  {told(hint)}{' '}
                  {hasEditor && scene !== null && (
                    <a href={`#${sceneAnchor(scene)}`}>{t('Open scene {{scene}}', { scene: scene + 1 })}</a>
                  )}
                </p>
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function headline({ state, findings }: ChecksView, t: Words['t']): string {
  if (state === 'pending') return t('The film is being checked…');
  if (state === 'passed') return t('Checked: nothing found');
  return t('Checked: {{count}} things to look at', { count: findings.length });
}
