import * as Dialog from '@radix-ui/react-dialog';
import { useFetcher } from '@remix-run/react';
import { type RefObject, useRef, useState } from 'react';
import { Rich } from '#app/language/Rich.tsx';
import { useWords } from '#app/language/use-words.ts';
import type { LibraryAnswer } from '#app/library/acts/library-answer.ts';
import { LIBRARY_ACTION } from '#app/library/acts/use-library-actions.ts';
import type { VideoCardView } from '#app/library/video-card-view.ts';
import { Icon } from '#app/shell/Icon.tsx';
import { displayTitle, titleLanguage } from '#app/video/status-words.ts';

interface ShareDialogProps {
  video: VideoCardView;
  isOpen: boolean;
  onClose: () => void;
  /** What has the focus when the dialog is gone. */
  focusAfterwards: RefObject<HTMLElement>;
}

/** A film's link: made, copied, withdrawn. */
export function ShareDialog({ video, isOpen, onClose, focusAfterwards }: ShareDialogProps) {
  const words = useWords();
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-shade" />
        <Dialog.Content
          className="dialog dialog-over share"
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            focusAfterwards.current?.focus();
          }}
        >
          <Dialog.Title>
            <Rich
              text="Share “<film/>”"
              parts={{ film: <bdi {...titleLanguage(video)}>{displayTitle(video.title, words)}</bdi> }}
            />
          </Dialog.Title>
          <ShareLink video={video} />
          <div className="dialog-ways">
            <Dialog.Close className="button">{words.t('Done')}</Dialog.Close>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function ShareLink({ video: { id, sharePath } }: { video: VideoCardView }) {
  const { t, told } = useWords();
  const fetcher = useFetcher<LibraryAnswer>();
  const isBusy = fetcher.state !== 'idle';
  const fault = !isBusy && fetcher.data?.done === null ? fetcher.data.fault : null;
  return (
    <fetcher.Form method="post" action={LIBRARY_ACTION}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="inPlace" value="1" />
      <Dialog.Description>
        {t(
          sharePath === null
            ? 'A link lets others watch this film where they can reach this StoryShort. They see the film alone and can change nothing. You can withdraw it at any time.'
            : 'Whoever has this link and can reach this StoryShort can watch the film. They can change nothing.',
        )}
      </Dialog.Description>
      {sharePath !== null && <CopyLink path={sharePath} />}
      {fault && (
        <p className="share-fault" role="alert">
          {told(fault.message)} {told(fault.hint)}
        </p>
      )}
      {sharePath === null ? (
        <button className="button button-primary" type="submit" name="intent" value="share" disabled={isBusy}>
          <Icon name="share" /> {t('Make a link')}
        </button>
      ) : (
        <button className="button" type="submit" name="intent" value="withdraw" disabled={isBusy}>
          <Icon name="stop" /> {t('Withdraw the link')}
        </button>
      )}
    </fetcher.Form>
  );
}

function CopyLink({ path }: { path: string }) {
  const { t } = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState('');
  const copy = async () => {
    field.current?.select();
    try {
      // There is no clipboard for pages that come without encryption from another machine.
      await navigator.clipboard.writeText(field.current?.value ?? '');
      setTold(t('Copied.'));
    } catch {
      setTold(t('It is selected: press Ctrl+C, or copy it from its menu.'));
    }
  };
  return (
    <div className="share-link">
      <input
        ref={field}
        className="text-input"
        dir="ltr"
        readOnly
        aria-label={t('Link to the film')}
        value={new URL(path, window.location.origin).href}
        onFocus={(event) => event.target.select()}
      />
      <button className="button button-primary" type="button" onClick={copy}>
        <Icon name="copy" /> {t('Copy')}
      </button>
      <p className="share-told" role="status">
        {told}
      </p>
    </div>
  );
}
