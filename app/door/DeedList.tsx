import { useWords } from '#app/language/use-words.ts';
import { LocalTime } from '#app/video/LocalTime.tsx';

interface ShownDeed {
  id: string;
  at: string;
  who: string;
  what: string;
  subject: string;
}

/** Who did what, the last deed first. */
export function DeedList({ deeds }: { deeds: readonly ShownDeed[] }) {
  const { t, told } = useWords();
  return (
    <section className="account-section" aria-labelledby="deeds">
      <h2 id="deeds">{t('Who did what')}</h2>
      <ol className="deeds">
        {deeds.map(({ id, at, who, what, subject }) => (
          <li key={id}>
            <LocalTime iso={at} withDate /> <strong dir="auto">{who}</strong> {told(what)}{' '}
            {subject && <span dir="auto">{subject}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
