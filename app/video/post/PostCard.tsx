import { useId, useState } from 'react';
import { useWords } from '#app/language/use-words.ts';
import type { StatusView } from '#app/video/status-view.ts';
import { languageDirection } from '#jobs/story/language/language-tag.ts';
import { CopyField } from './CopyField';
import { CoverChoice } from './CoverChoice';
import { PlatformFile } from './PlatformFile';
import type { PostView } from './post-view';
import { usePost } from './use-post';

interface PostCardProps {
  status: StatusView;
  post: PostView;
}

/** All that a post needs besides the film, to be copied and taken. */
export function PostCard({ status, post: loaded }: PostCardProps) {
  const { t } = useWords();
  const { post, send } = usePost(status.id, loaded);
  const [chosen, choose] = useState(post.platforms[0]?.platform ?? 'reels');
  const selectId = useId();
  const platform = post.platforms.find((one) => one.platform === chosen) ?? post.platforms[0];
  const { language, chapterText, altText, covers, isLooking } = post;
  const written = { language, direction: languageDirection(language) };
  if (!platform) return null;
  return (
    <section className="post-card" aria-labelledby="post-title">
      <h2 id="post-title">{t('Ready to post')}</h2>
      <div className="post-platform">
        <label htmlFor={selectId}>{t('Platform')}</label>
        <select
          id={selectId}
          className="text-input"
          value={platform.platform}
          onChange={(event) =>
            choose(post.platforms.find((one) => one.platform === event.target.value)?.platform ?? chosen)
          }
        >
          {post.platforms.map((one) => (
            <option key={one.platform} value={one.platform}>
              {one.label}
            </option>
          ))}
        </select>
      </div>
      <PlatformFile videoId={status.id} post={platform} send={send} />
      {platform.title !== null && <CopyField label={t('Title')} text={platform.title} {...written} />}
      <CopyField
        label={t(platform.title === null ? 'Text' : 'Description')}
        note={t('{{length}} of {{most}}', { length: platform.length, most: platform.most })}
        text={platform.text}
        rows={6}
        {...written}
      />
      <CopyField label={t('Alt text')} text={altText} rows={3} {...written} />
      {chapterText !== '' && <CopyField label={t('Chapters')} text={chapterText} rows={3} {...written} />}
      <CoverChoice videoId={status.id} covers={covers} isLooking={isLooking} send={send} />
    </section>
  );
}
