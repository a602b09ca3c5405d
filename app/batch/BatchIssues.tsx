import type { PublicFault } from '#app/http/api-fault.ts';
import type { Words } from '#app/language/page-words.ts';
import { useWords } from '#app/language/use-words.ts';
import { Icon } from '#app/shell/Icon.tsx';
import type { LineIssue, LinePlace } from '#jobs/story/batch/line-issue.ts';

/** Everything that is wrong with what was sent, by the line where it stands. */
export function BatchIssues({ issues, fault }: { issues: readonly LineIssue[]; fault: PublicFault | null }) {
  const words = useWords();
  const { t, told, number } = words;
  if (fault) {
    return (
      <p className="form-fault" role="alert">
        <strong>{told(fault.message)}</strong> {told(fault.hint)}
      </p>
    );
  }
  if (issues.length === 0) return null;
  return (
    <section className="batch-issues" role="alert" aria-labelledby="batch-issues-title">
      <h2 id="batch-issues-title">
        <Icon name="alert" />{' '}
        {t('Nothing was started: {{shown}} things have to be put right first', {
          count: issues.length,
          shown: number(issues.length),
        })}
      </h2>
      <ul>
        {issues.map(({ place, field, code, message, hint }) => (
          <li key={`${place?.file} ${place?.line} ${field} ${code} ${message}`}>
            {place && <span className="batch-place">{placeWords(place, words)}</span>}{' '}
            <strong>{told(message)}</strong> {told(hint)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function placeWords({ file, line }: LinePlace, { t }: Pick<Words, 't'>): string {
  return file === '' ? t('Line {{line}}:', { line }) : t('{{file}}, line {{line}}:', { file, line });
}
