import { useWords } from '#app/language/use-words.ts';
import { useScripted } from '#app/shell/use-scripted.ts';

/** A moment in the reader's own time zone; in UTC until the page's script runs. */
export function LocalTime({ iso, withDate = false }: { iso: string; withDate?: boolean }) {
  const isLocal = useScripted();
  const { moment } = useWords();
  return (
    <time dateTime={iso}>
      {moment(iso, {
        ...(withDate && { day: 'numeric', month: 'short' }),
        hour: '2-digit',
        minute: '2-digit',
        ...(!withDate && { second: '2-digit' }),
        ...(!isLocal && { timeZone: 'UTC' }),
      })}
    </time>
  );
}
