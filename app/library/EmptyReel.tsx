import { Link } from '@remix-run/react';
import { useWords } from '#app/language/use-words.ts';
import { SAMPLE_STORIES } from '#jobs/story/order/sample-stories.ts';

/** What the shelf shows before the first film: three ways to begin. */
export function EmptyReel() {
  const { t, told } = useWords();
  return (
    <div className="empty-reel">
      <p>{t('No films yet. Begin with a story of your own, or take one of these and press one button.')}</p>
      <ul className="sample-list">
        {SAMPLE_STORIES.map((sample) => (
          <li key={sample.id}>
            <Link className="sample-card" to={`/create?sample=${sample.id}`} data-sample={sample.id}>
              <strong lang="en">{sample.title}</strong>
              <span>{told(sample.mood)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
