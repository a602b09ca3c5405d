/** A film that is ready to be posted, as its page and the API tell it. Pure. */
import type { PostFile } from '#jobs/db/posts/post-files.server.ts';
import { mediaUrl } from '#jobs/storage/media-url.ts';
import { fileStem } from '#jobs/story/handoff/file-stem.ts';
import { coverKey } from '#jobs/story/post/covers/cover.ts';
import { type FilmFile, fileFit, fileSize } from '#jobs/story/post/film-file.ts';
import { platformPost } from '#jobs/story/post/platform-post.ts';
import { PLATFORM_NAMES, PLATFORMS, type PlatformName } from '#jobs/story/post/platforms.ts';
import { chapterLines } from '#jobs/story/post/texts/chapters.ts';
import type { ReadyPost } from '#jobs/work/posting/post-commands.server.ts';

export const POST_FILE_STATES = [
  'unknown',
  'fits',
  'to_make',
  'making',
  'made',
  'failed',
  'impossible',
] as const;

export interface PostFileView {
  /**
   * `unknown` until a worker has looked at the film; `fits`: the film is taken as it is; `to_make`: one that fits is made
   * when somebody asks for it; `impossible`: nothing mends it but another film.
   */
  state: (typeof POST_FILE_STATES)[number];
  /** Where it can be taken from; null where there is none. */
  url: string | null;
  fileName: string;
  /** Percent, while it is made. */
  progress: number;
  /** What is to be said of it, in sentences. */
  message: string;
}

export interface PlatformPostView {
  platform: PlatformName;
  /** As people call it. */
  label: string;
  /** Null where its posts have none. */
  title: string | null;
  text: string;
  /** How long the text is as the platform counts, and how long it may be. */
  length: number;
  most: number;
  file: PostFileView;
}

export interface CoverView {
  url: string;
  fileName: string;
  /** ms of the film */
  atMs: number;
  /** Position of its scene, from 0. */
  scene: number;
  score: number;
  /** Whether it is the film’s poster. */
  isPoster: boolean;
}

export interface PostView {
  /** Whether a worker is still to look at the film: there are no covers yet, and nothing is known of its file. */
  isLooking: boolean;
  /** A BCP 47 tag. */
  language: string;
  title: string;
  description: string;
  /** Without their sign. */
  hashtags: string[];
  chapters: { atMs: number; title: string }[];
  /** The same as lines that YouTube reads; empty for none. */
  chapterText: string;
  altText: string;
  covers: CoverView[];
  platforms: PlatformPostView[];
}

export function postView(videoId: string, ready: ReadyPost): PostView {
  const { post, language, filmHash, posterKey, found } = ready;
  const { title, description, hashtags, chapters, altText } = post;
  const stem = fileStem(title);
  return {
    isLooking: found === null,
    ...{ language, title, description, hashtags, chapters, altText },
    chapterText: chapterLines(chapters),
    covers: (found?.covers ?? []).map((cover, at) => {
      const key = coverKey(videoId, filmHash, cover);
      return {
        ...cover,
        url: mediaUrl(key),
        fileName: `${stem}-cover-${at + 1}.jpg`,
        isPoster: key === posterKey,
      };
    }),
    platforms: PLATFORM_NAMES.map((platform) => ({
      platform,
      label: PLATFORMS[platform].label,
      ...platformPost(post, platform, language),
      file: fileView(platform, ready, stem),
    })),
  };
}

function fileView(platform: PlatformName, { filmKey, found, files }: ReadyPost, stem: string): PostFileView {
  const { label } = PLATFORMS[platform];
  const asked = files.find((file) => file.platform === platform);
  const as = (
    state: PostFileView['state'],
    message: string,
    patch: Partial<PostFileView> = {},
  ): PostFileView => ({
    ...{ state, url: null, fileName: `${stem}-${platform}.mp4`, progress: 0, message },
    ...patch,
  });
  if (asked?.error) return as('failed', `${asked.error.message} ${asked.error.hint}`);
  if (asked?.fileKey)
    return as('made', madeWords(asked, label), { url: mediaUrl(asked.fileKey), progress: 100 });
  if (asked) return as('making', `A file for ${label} is being made.`, { progress: asked.progress });
  if (!found) return as('unknown', 'The film’s file is looked at in a moment.');
  if (!found.film)
    return as('unknown', 'The film’s file could not be read. Take the film as it is.', {
      url: mediaUrl(filmKey),
    });
  return judged(found.film);

  function judged(film: FilmFile): PostFileView {
    const fit = fileFit(film, platform);
    if (fit.kind === 'impossible') return as('impossible', `${fit.message} ${fit.hint}`);
    if (fit.kind === 'remade')
      return as('to_make', `The film has to be encoded anew: ${fit.why.join('; ')}.`);
    const said = `${label} takes the film as it is (${fileSize(film.bytes)}).`;
    return as('fits', said, { url: mediaUrl(filmKey), fileName: `${stem}.mp4` });
  }
}

function madeWords({ bytes, unsigned }: PostFile, label: string): string {
  const made = bytes === null ? `Made for ${label}.` : `Made for ${label} (${fileSize(bytes)}).`;
  return unsigned ? `${made} ${unsigned.message}` : `${made} It is signed anew, as the film is.`;
}
