/** A post as one platform takes it: within its limits, and no more of it than there is room for. Pure. */

import { PLATFORMS, type Platform, type PlatformName } from './platforms';
import { joinerOf, type Post, paragraphs } from './post';
import { chapterLines } from './texts/chapters';
import { cutTo, lengthAs } from './texts/counted-length';

export interface PlatformPost {
  /** Null where the platform’s posts have no title: the text begins with it. */
  title: string | null;
  /** What is put beside the film, with its hashtags. */
  text: string;
  /** How long the text is as the platform counts, and how long it may be. */
  length: number;
  most: number;
}

/** What there is less of where a platform has little room. */
interface Shares {
  sentences: number;
  hashtags: number;
  hasChapters: boolean;
}

/** @param language of the post, a BCP 47 tag */
export function platformPost(post: Post, name: PlatformName, language: string): PlatformPost {
  const platform = PLATFORMS[name];
  const { text: limit } = platform;
  const title =
    platform.title && cutTo(allowed(post.title, platform), platform.title.most, platform.title.unit);
  const most: Shares = {
    sentences: post.opening.length,
    hashtags: Math.min(post.hashtags.length, platform.hashtags ?? post.hashtags.length),
    hasChapters: platform.hasChapters && post.chapters.length > 0,
  };
  const texts = sharesFrom(most).map((shares) => textOf(post, platform, shares, language));
  const fitting = texts.find((text) => lengthAs(limit.unit, text) <= limit.most);
  const text = fitting ?? leastText(post, platform);
  return { title, text, length: lengthAs(limit.unit, text), most: limit.most };
}

/** From all of it to the least: sentences go first, from the last on, then chapters, then hashtags. */
function* shareSteps(most: Shares): Generator<Shares> {
  yield most;
  for (let sentences = most.sentences - 1; sentences >= 0; sentences -= 1) yield { ...most, sentences };
  const bare = { ...most, sentences: 0, hasChapters: false };
  for (let hashtags = most.hashtags; hashtags >= 0; hashtags -= 1) yield { ...bare, hashtags };
}

const sharesFrom = (most: Shares) => [...shareSteps(most)];

function textOf(post: Post, platform: Platform, shares: Shares, language: string): string {
  const opening = post.opening.slice(0, shares.sentences).join(joinerOf(language));
  const tags = post.hashtags.slice(0, shares.hashtags).map((tag) => `#${tag}`);
  return allowed(
    paragraphs([
      platform.title ? '' : post.title,
      opening,
      shares.hasChapters ? chapterLines(post.chapters) : '',
      post.disclosure,
      tags.join(' '),
    ]),
    platform,
  );
}

/** The title alone, cut so that the disclosure, which is owed, stands below it. */
function leastText(post: Post, platform: Platform): string {
  const { most, unit } = platform.text;
  const below = post.disclosure === '' ? '' : `\n\n${allowed(post.disclosure, platform)}`;
  const title = cutTo(allowed(post.title, platform), Math.max(0, most - lengthAs(unit, below)), unit);
  return cutTo(`${title}${below}`, most, unit);
}

function allowed(text: string, { forbidden }: Platform): string {
  return forbidden ? text.replace(forbidden, '') : text;
}
