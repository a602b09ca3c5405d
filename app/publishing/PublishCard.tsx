import { Link } from '@remix-run/react';
import type { StatusView } from '#app/video/status-view.ts';
import { PublicationList } from './PublicationList';
import { PublishForm } from './PublishForm';
import type { PublishingView } from './read-publishing.server';
import { usePublications } from './use-publications';

/** Where a finished film was published, and where it can be. */
export function PublishCard({ status, publishing }: { status: StatusView; publishing: PublishingView }) {
  const { targets, suggested } = publishing;
  const publications = usePublications(status.id, publishing);
  if (status.status !== 'completed') return null;
  const isAnyOpen = targets.some(({ isLost }) => !isLost);
  return (
    <section className="publishing" aria-labelledby="publishing-title" id="publish">
      <h2 id="publishing-title">Publish</h2>
      {publications.length > 0 && <PublicationList videoId={status.id} publications={publications} />}
      {isAnyOpen ? (
        <details>
          <summary>{publications.length > 0 ? 'Publish it elsewhere, or anew' : 'Publish this film'}</summary>
          <PublishForm
            videoId={status.id}
            targets={targets}
            suggested={suggested}
            isAgain={publications.some(({ state }) => state === 'published')}
          />
        </details>
      ) : (
        <p className="panel-note">
          <Link to="/publishing">Connect YouTube, or an address of yours</Link>, to publish films from here.
        </p>
      )}
    </section>
  );
}
