import { forwardRef } from 'react';
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
  const ofFilm: MenuItems = video.download
    ? [
        { label: 'Download', icon: 'download', does: video.download },
        { label: 'Share', icon: 'share', takesFocus: true, does: onShare },
      ]
    : [];
  return (
    <MenuButton
      ref={button}
      className="card-menu"
      label={`More for ${displayTitle(video.title)}`}
      items={[
        { label: 'Rename', icon: 'pencil', takesFocus: true, does: onRename },
        { label: 'Duplicate', icon: 'copy', does: onDuplicate },
        ...ofFilm,
        'line',
        { label: 'Delete', icon: 'trash', isBad: true, takesFocus: true, does: onDelete },
      ]}
    />
  );
});
