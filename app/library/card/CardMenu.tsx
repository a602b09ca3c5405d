import { forwardRef } from 'react';
import { useWords } from '#app/language/use-words.ts';
import type { VideoCardView } from '#app/library/video-card-view.ts';
import { MenuButton } from '#app/shell/menu/MenuButton.tsx';
import type { MenuItems } from '#app/shell/menu/menu-items.ts';
import { displayTitle } from '#app/video/status-words.ts';

interface CardMenuProps {
  video: VideoCardView;
  onRename: () => void;
  onDuplicate: () => void;
  onShare: () => void;
  onDelete: () => void;
}

/** What may be done with a video. The ref is its button. */
export const CardMenu = forwardRef<HTMLButtonElement, CardMenuProps>(function CardMenu(
  { video, onRename, onDuplicate, onShare, onDelete },
  button,
) {
  const words = useWords();
  const { t } = words;
  const ofFilm: MenuItems = video.download
    ? [
        { label: t('Download'), icon: 'download', does: video.download },
        { label: t('Share'), icon: 'share', takesFocus: true, does: onShare },
      ]
    : [];
  return (
    <MenuButton
      ref={button}
      className="card-menu"
      label={t('More for {{title}}', { title: displayTitle(video.title, words) })}
      items={[
        { label: t('Rename'), icon: 'pencil', takesFocus: true, does: onRename },
        { label: t('Duplicate'), icon: 'copy', does: onDuplicate },
        ...ofFilm,
        'line',
        { label: t('Delete'), icon: 'trash', isBad: true, takesFocus: true, does: onDelete },
      ]}
    />
  );
});
