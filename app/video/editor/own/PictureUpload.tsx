import { useWords } from '#app/language/use-words.ts';
import { FileButton } from './FileButton';
import { SendingLine } from './SendingLine';
import type { SentPicture } from './send-own-file';
import { useSending } from './use-sending';

const PICTURES = 'image/png,image/jpeg,image/webp,image/avif';
const CLIPS = 'video/mp4,video/quicktime,video/webm,.mov';

export interface OwnPictureUpload {
  videoId: string;
  /** Told what an edit is to say of the picture, once it is taken. */
  onPicture: (sent: SentPicture) => void;
}

/** Takes a person's own picture for a scene. */
export function PictureUpload({ videoId, onPicture }: OwnPictureUpload) {
  const { state, send, cancel } = useSending('picture', videoId, onPicture);
  const { t } = useWords();
  return (
    <div className="own">
      <FileButton
        label={t('Upload a picture')}
        accept={PICTURES}
        disabled={state.at === 'sending'}
        onFile={send}
      />
      <SendingLine state={state} onCancel={cancel} />
    </div>
  );
}

/** Takes a person's own clip for a scene. */
export function ClipUpload({ videoId, onPicture }: OwnPictureUpload) {
  const { state, send, cancel } = useSending('clip', videoId, onPicture);
  const { t } = useWords();
  return (
    <div className="own">
      <FileButton label={t('Upload a clip')} accept={CLIPS} disabled={state.at === 'sending'} onFile={send} />
      <SendingLine state={state} onCancel={cancel} />
    </div>
  );
}
