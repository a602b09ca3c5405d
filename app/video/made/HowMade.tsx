import { useWords } from '#app/language/use-words.ts';
import type { MadeView } from './made-words';

/** Where the film comes from, and whether it says so itself. */
export function HowMade({ videoId, made }: { videoId: string; made: MadeView }) {
  const { t } = useWords();
  return (
    <details className="how-made">
      <summary>{t('How it was made')}</summary>
      <p>
        {made.whole} {made.engines} {made.signed}{' '}
        <a href={`/api/provenance?videoId=${videoId}`} download>
          {t('All of it, as a file')}
        </a>
      </p>
    </details>
  );
}
