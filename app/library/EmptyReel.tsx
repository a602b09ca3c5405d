import { Link } from '@remix-run/react';
import { SAMPLE_STORIES } from '#jobs/story/order/sample-stories.ts';

/** What the shelf shows before the first film: three ways to begin. */
export function EmptyReel() {
  return (
    <div className="empty-reel">
      <p>No films yet. Begin with a story of your own, or take one of these and press one button.</p>
      <ul className="sample-list">
        {SAMPLE_STORIES.map((sample) => (
          <li key={sample.id}>
            <Link className="sample-card" to={`/create?sample=${sample.id}`} data-sample={sample.id}>
              <strong>{sample.title}</strong>
              <span>{sample.mood}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
