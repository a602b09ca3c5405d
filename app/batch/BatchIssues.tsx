import type { PublicFault } from '#app/http/api-fault.ts';
import { Icon } from '#app/shell/Icon.tsx';
import type { LineIssue, LinePlace } from '#jobs/story/batch/line-issue.ts';

/** Everything that is wrong with what was sent, by the line where it stands. */
export function BatchIssues({ issues, fault }: { issues: readonly LineIssue[]; fault: PublicFault | null }) {
  if (fault) {
    return (
      <p className="form-fault" role="alert">
        <strong>{fault.message}</strong> {fault.hint}
      </p>
    );
  }
  if (issues.length === 0) return null;
  return (
    <section className="batch-issues" role="alert" aria-labelledby="batch-issues-title">
      <h2 id="batch-issues-title">
        <Icon name="alert" /> Nothing was started: {issues.length.toLocaleString('en')}{' '}
        {issues.length === 1 ? 'thing has' : 'things have'} to be put right first
      </h2>
      <ul>
        {issues.map(({ place, field, code, message, hint }) => (
          <li key={`${place?.file} ${place?.line} ${field} ${code} ${message}`}>
            {place && <span className="batch-place">{placeWords(place)}</span>} <strong>{message}</strong>{' '}
            {hint}
          </li>
        ))}
      </ul>
    </section>
  );
}

function placeWords({ file, line }: LinePlace): string {
  return file === '' ? `Line ${line}:` : `${file}, line ${line}:`;
}
