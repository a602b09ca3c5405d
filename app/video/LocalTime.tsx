import { useScripted } from '#app/shell/use-scripted.ts';

/** A moment in the reader's own time zone; in UTC until the page's script runs. */
export function LocalTime({ iso, withDate = false }: { iso: string; withDate?: boolean }) {
  const isLocal = useScripted();
  const format = new Intl.DateTimeFormat('en-GB', {
    ...(withDate && { day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
    ...(!withDate && { second: '2-digit' }),
    ...(!isLocal && { timeZone: 'UTC' }),
  });
  return <time dateTime={iso}>{format.format(new Date(iso))}</time>;
}
