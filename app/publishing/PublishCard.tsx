import { Link } from '@remix-run/react';
import { Rich } from '#app/language/Rich.tsx';
import { useWords } from '#app/language/use-words.ts';
import type { StatusView } from '#app/video/status-view.ts';
import { PublicationList } from './PublicationList';
import { PublishForm } from './PublishForm';
import type { PublishingView } from './read-publishing.server';
import { usePublications } from './use-publications';

/** Where a finished film was published, and where it can be. */
export function PublishCard({ status, publishing }: { status: StatusView; publishing: PublishingView }) {
  const { t } = useWords();
  const { targets, suggested } = publishing;
  const publications = usePublications(status.id, publishing);
  if (status.status !== 'completed') return null;
  const isAnyOpen = targets.some(({ isLost }) => !isLost);
  return (
    <section className="publishing" aria-labelledby="publishing-title" id="publish">
      <h2 id="publishing-title">{t('Publish')}</h2>
      {publications.length > 0 && <PublicationList videoId={status.id} publications={publications} />}
      {isAnyOpen ? (
        <details>
          <summary>
            {t(publications.length > 0 ? 'Publish it elsewhere, or anew' : 'Publish this film')}
          </summary>
          <PublishForm
            videoId={status.id}
            targets={targets}
            suggested={suggested}
            isAgain={publications.some(({ state }) => state === 'published')}
          />
        </details>
      ) : (
        <p className="panel-note">
          <Rich
            text="<places>Connect YouTube, or an address of yours</places>, to publish films from here."
            parts={{ places: <Link to="/publishing" /> }}
          />
        </p>
      )}
    </section>
  );
}
