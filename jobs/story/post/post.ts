/** What is said of a film where it is posted: of its own story alone, with nothing asked of anybody. Pure. */
import { isMadeWithAi, SOURCE_TYPES, type SourceType } from '#jobs/story/provenance/source-type.ts';
import { altTextOf } from './texts/alt-text';
import { type Chapter, chaptersOf } from './texts/chapters';
import { cutTo } from './texts/counted-length';
import { hashtagsOf } from './texts/hashtags';
import { houseWords } from './texts/house-words';
import { sentencesIn } from './texts/own-sentences';

/** What is known of a film that is to be posted. */
export interface PostedFilm {
  /** Empty where nobody gave one. */
  title: string;
  /** As it was typed. */
  story: string;
  /** In the film’s order. */
  scenes: readonly {
    /** As it is told. */
    narration: string;
    /** A description of its picture, in English; null where none is drawn. */
    seen: string | null;
    /** ms of the film */
    startMs: number;
  }[];
  durationMs: number;
  /** A BCP 47 tag. */
  language: string;
  /** Who made its parts besides StoryShort, as people would call them; see `creditsOf`. */
  credits: readonly string[];
  /** What the film is as a whole; null where nobody knows. */
  sourceType: SourceType | null;
}

export interface Post {
  title: string;
  /** The story’s own opening, and below it the disclosure. */
  description: string;
  /** Without their sign, the best first. */
  hashtags: string[];
  /** None where the film is too short for them. */
  chapters: Chapter[];
  altText: string;
  /** What the description is made of: what platforms with little room take less of. */
  opening: string[];
  /** That it was made with AI, and by whom else; empty where there is nothing to be said. */
  disclosure: string;
}

/** Letters of a title that is made of the story’s opening. */
const TITLE_LETTERS = 60;
/** As much of a story as makes people want the rest, letters. */
const OPENING_LETTERS = 320;

export function postOf(film: PostedFilm): Post {
  const { scenes, language, durationMs } = film;
  const texts = scenes.length > 0 ? scenes.map(({ narration }) => narration) : [film.story];
  const sentences = texts.flatMap((text) => sentencesIn(text, language));
  const title = film.title.trim() || cutTo(sentences[0] ?? '', TITLE_LETTERS, 'utf16');
  const opening = openingOf(sentences);
  const disclosure = disclosureOf(film);
  return {
    title,
    description: paragraphs([opening.join(joinerOf(language)), disclosure]),
    hashtags: hashtagsOf({ title, texts, language }),
    chapters: chaptersOf(scenes, durationMs),
    altText: altTextOf({ title, scenes, durationMs, language }),
    ...{ opening, disclosure },
  };
}

/** Whole sentences from the beginning, and never the second half: how it ends is the film’s to tell. */
function openingOf(sentences: readonly string[]): string[] {
  const opening: string[] = [];
  for (const sentence of sentences.slice(0, Math.ceil(sentences.length / 2))) {
    const length = opening.reduce((sum, one) => sum + one.length + 1, sentence.length);
    if (opening.length > 0 && length > OPENING_LETTERS) break;
    opening.push(sentence);
  }
  const [first] = opening;
  return opening.length === 1 && first !== undefined ? [cutTo(first, OPENING_LETTERS, 'utf16')] : opening;
}

function disclosureOf({ language, credits, sourceType }: PostedFilm): string {
  const { madeWithAi, partlyMadeWithAi } = houseWords(language);
  const said =
    sourceType === null || !isMadeWithAi(sourceType)
      ? ''
      : sourceType === SOURCE_TYPES.trained
        ? madeWithAi
        : partlyMadeWithAi;
  return [said, credits.length > 0 ? `(${credits.join(', ')})` : ''].filter(Boolean).join(' ');
}

/** What stands between sentences: nothing in languages that set no spaces. */
export function joinerOf(language: string): string {
  return /^(?:zh|ja)(?:-|$)/u.test(language) ? '' : ' ';
}

/** Texts that are there, with an empty line between them. */
export function paragraphs(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n');
}
