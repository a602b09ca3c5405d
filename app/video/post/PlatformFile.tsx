import { useWords } from '#app/language/use-words.ts';
import { Icon } from '#app/shell/Icon.tsx';
import { PostForm } from './PostForm';
import type { PlatformPostView } from './post-view';

interface PlatformFileProps {
  videoId: string;
  post: PlatformPostView;
  send: (fields: Readonly<Record<string, string>>) => Promise<void>;
}

/** The film’s file as the platform takes it: as it is, made anew, or not at all. */
export function PlatformFile({ videoId, post, send }: PlatformFileProps) {
  const { t, told } = useWords();
  const { platform, label, file } = post;
  const { state, url, fileName, progress, message } = file;
  return (
    <div className="platform-file" data-state={state}>
      <p role="status">{told(message)}</p>
      {state === 'making' && (
        <progress max={100} value={progress} aria-label={t('File for {{platform}}', { platform: label })}>
          {progress} %
        </progress>
      )}
      {(state === 'to_make' || state === 'failed') && (
        <PostForm videoId={videoId} fields={{ intent: 'prepare-file', platform }} send={send}>
          <button className="button button-primary" type="submit">
            <Icon name={state === 'failed' ? 'retry' : 'play'} />{' '}
            {state === 'failed' ? t('Try again') : t('Make the file for {{platform}}', { platform: label })}
          </button>
        </PostForm>
      )}
      {url !== null && (
        <a
          className="button button-primary"
          href={`${url}?download=${encodeURIComponent(fileName)}`}
          download={fileName}
        >
          <Icon name="download" /> {t('MP4 for {{platform}}', { platform: label })}
        </a>
      )}
    </div>
  );
}
