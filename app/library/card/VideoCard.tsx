import { Link } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '#app/language/use-words.ts';
import type { LibraryActions } from '#app/library/acts/use-library-actions.ts';
import type { VideoCardView } from '#app/library/video-card-view.ts';
import { useLatePart } from '#app/shell/use-late-part.ts';
import { LocalTime } from '#app/video/LocalTime.tsx';
import { displayTitle, titleLanguage } from '#app/video/status-words.ts';
import { CardMenu } from './CardMenu';
import { Poster } from './Poster';
import { RenameForm } from './RenameForm';

interface VideoCardProps {
  video: VideoCardView;
  actions: LibraryActions;
  /** Whether it is among those that are in sight at once. */
  isFirst: boolean;
  /** Whether it is among those that are selected. */
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
}

/** One video in the grid: its poster, how far it is, and what may be done with it. */
export function VideoCard({ video, actions, isFirst, isChosen, onChoose }: VideoCardProps) {
  const words = useWords();
  const [isRenaming, setRenaming] = useState(false);
  const [isSharing, setSharing] = useState(false);
  const [ShareDialog, loadShareDialog] = useLatePart(loadDialog, 'dialog');
  const menu = useRef<HTMLButtonElement>(null);
  const wasRenaming = useRef(false);
  useEffect(() => {
    // The menu's button is there again only now.
    if (wasRenaming.current && !isRenaming) menu.current?.focus();
    wasRenaming.current = isRenaming;
  }, [isRenaming]);
  const name = displayTitle(video.title, words);
  return (
    <article
      className="video-card"
      data-status={video.status}
      data-format={video.format}
      data-chosen={isChosen || undefined}
    >
      <Poster video={video} isFirst={isFirst} />
      {isRenaming ? (
        <RenameForm video={video} onDone={() => setRenaming(false)} />
      ) : (
        <div className="card-head">
          <div>
            <h3 {...titleLanguage(video)}>
              <Link to={`/video/${video.id}`} prefetch="intent">
                {name}
              </Link>
            </h3>
            <CardNote video={video} />
          </div>
          <CardMenu
            ref={menu}
            video={video}
            onRename={() => setRenaming(true)}
            onShare={() => {
              loadShareDialog();
              setSharing(true);
            }}
            onDuplicate={() => actions.duplicate(video.id)}
            onDelete={() => actions.remove([video.id])}
          />
        </div>
      )}
      <label className="card-check">
        <input
          type="checkbox"
          name="id"
          value={video.id}
          form="selection"
          checked={isChosen}
          onChange={(event) => onChoose(event.target.checked)}
        />
        <span className="visually-hidden">{words.t('Select {{title}}', { title: name })}</span>
      </label>
      {ShareDialog && (
        <ShareDialog
          video={video}
          isOpen={isSharing}
          onClose={() => setSharing(false)}
          focusAfterwards={menu}
        />
      )}
    </article>
  );
}

const loadDialog = async () => (await import('./ShareDialog')).ShareDialog;

function CardNote({ video }: { video: VideoCardView }) {
  const { t } = useWords();
  return (
    <p className="video-card-note">
      {video.attention > 0 && video.status === 'completed' ? (
        <span>{t('{{count}} scenes need attention', { count: video.attention })}</span>
      ) : (
        <LocalTime iso={video.createdAt} withDate />
      )}
      {video.relatives > 1 && (
        <span className="card-fact">{t('1 of {{count}} formats', { count: video.relatives })}</span>
      )}
      {video.sharePath !== null && <span className="card-fact">{t('Shared')}</span>}
    </p>
  );
}
