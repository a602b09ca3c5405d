import * as Menu from '@radix-ui/react-dropdown-menu';
import { forwardRef, useRef } from 'react';
import type { VideoCardView } from '#app/library/video-card-view.ts';
import { Icon } from '#app/shell/Icon.tsx';
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
  // What was chosen takes the focus by itself; else it goes back to the button.
  const isFocusTaken = useRef(false);
  const taking = (act: () => void) => () => {
    isFocusTaken.current = true;
    act();
  };
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger ref={button} className="card-menu" aria-label={`More for ${displayTitle(video.title)}`}>
        <Icon name="more" />
      </Menu.Trigger>
      <Menu.Content
        className="menu"
        align="end"
        sideOffset={4}
        collisionPadding={8}
        onCloseAutoFocus={(event) => {
          if (isFocusTaken.current) event.preventDefault();
          isFocusTaken.current = false;
        }}
      >
        <Menu.Item className="menu-item" onSelect={taking(onRename)}>
          <Icon name="pencil" /> Rename
        </Menu.Item>
        <Menu.Item className="menu-item" onSelect={onDuplicate}>
          <Icon name="copy" /> Duplicate
        </Menu.Item>
        {video.download && (
          <>
            <Menu.Item className="menu-item" asChild>
              <a href={video.download.url} download={video.download.fileName}>
                <Icon name="download" /> Download
              </a>
            </Menu.Item>
            <Menu.Item className="menu-item" onSelect={taking(onShare)}>
              <Icon name="share" /> Share
            </Menu.Item>
          </>
        )}
        <Menu.Separator className="menu-line" />
        <Menu.Item className="menu-item menu-item-bad" onSelect={taking(onDelete)}>
          <Icon name="trash" /> Delete
        </Menu.Item>
      </Menu.Content>
    </Menu.Root>
  );
});
