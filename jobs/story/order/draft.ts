/**
 * What a person hands in, checked: raw form fields or JSON become a `StoryDraft`, or one clear issue for
 * each field that is not as it must be. Pure, so that the form in the page and the API say the same.
 */
import { TARGET_SECONDS } from '#jobs/story/budget/film-plan.ts';
import { MOST_ASKED_SCENES } from '#jobs/story/budget/scene-lengths.ts';
import { BUILT_IN_SPEECH, checkSpeech, type SpeechAbilities } from '#jobs/story/language/speech-language.ts';
import { type OwnMusic, type VideoOptions, videoOptionsSchema } from './options';
import { noMusicFile } from './own-music';
import { checkQuality, type PictureService } from './picture-service';
import { type ChosenVoice, chooseTone, chooseVoice, type ServiceIssue } from './speech-service';
import { checkStory, cleanText, hasControlCharacters } from './story-text';
import { checkWriting, tidyWriting } from './writing-choice';

/** A story that is ready to be made into a film. */
export interface StoryDraft {
  /** Line breaks are `\n`; no control characters; trimmed. */
  story: string;
  /** One line, or null to have one found. */
  title: string | null;
  options: VideoOptions;
}

export const DRAFT_FIELDS = [
  'story',
  'title',
  'style',
  'quality',
  'voice',
  'voiceTone',
  'speed',
  'captions',
  'music',
  'format',
  'language',
  'writing',
  'seconds',
  'tone',
  'scenes',
] as const;
export type DraftField = (typeof DRAFT_FIELDS)[number];

export interface DraftIssue {
  field: DraftField;
  /** Stable, machine-readable, snake_case. */
  code: string;
  /** What is wrong, in a sentence. */
  message: string;
  /** What to do, in a sentence. */
  hint: string;
}

export type DraftResult = { ok: true; draft: StoryDraft } | { ok: false; issues: DraftIssue[] };

/** Longest title, in characters as people count them. */
export const MAX_TITLE_CHARACTERS = 100;

type ChoiceField = Exclude<DraftField, 'story' | 'title' | 'voice' | 'voiceTone' | 'scenes'>;

const CHOICE_NAMES: Record<ChoiceField, string> = {
  style: 'picture style',
  quality: 'picture quality',
  speed: 'speed',
  captions: 'caption style',
  music: 'music',
  format: 'format',
  language: 'language',
  writing: 'way of writing',
  seconds: 'length',
  tone: 'tone',
};

/** What a draft is checked against besides itself. */
export interface DraftSurroundings {
  /** What can be spoken here; the built-in voices alone by default. */
  speech?: SpeechAbilities | undefined;
  /** The connected picture model; none by default. */
  pictures?: PictureService | null;
  /** The music file that came with the draft, already examined. */
  ownMusic?: OwnMusic | null;
  /** Whether a writing model is connected. */
  canWrite?: boolean;
}

/**
 * Checks raw input. Absent, null and empty options take their defaults; fields it does not know are ignored.
 * @param input form fields or a parsed JSON object, not trusted to be anything.
 */
export function readDraft(
  input: Readonly<Record<string, unknown>>,
  { speech = BUILT_IN_SPEECH, pictures = null, ownMusic = null, canWrite = false }: DraftSurroundings = {},
): DraftResult {
  const issues: DraftIssue[] = [];
  const story = readStory(input.story, issues);
  const title = readTitle(input.title, issues);
  const options: Record<string, unknown> = {};
  for (const field of Object.keys(CHOICE_NAMES) as ChoiceField[]) {
    const value = input[field];
    if (isBlank(value)) continue;
    const issue = choiceIssue(field, value);
    if (issue) issues.push(issue);
    else options[field] = value;
  }
  Object.assign(options, readVoice(input, speech, issues));
  const scenes = readSceneCount(input.scenes, issues);
  if (scenes !== undefined) options.scenes = scenes;
  if (options.music === 'own') {
    if (ownMusic) options.ownMusic = ownMusic;
    else issues.push(noMusicFile());
  }
  const chosen = tidyWriting(videoOptionsSchema.parse(options));
  const unwritable = checkWriting(chosen, canWrite);
  if (unwritable) issues.push({ field: 'writing', ...unwritable });
  const unpaintable = checkQuality(chosen, pictures);
  if (unpaintable) issues.push({ field: 'quality', ...unpaintable });
  // A voice or language that is not known at all was already said to be so.
  const isSpeechKnown = !issues.some(({ field }) => field === 'voice' || field === 'language');
  const mismatch = story !== null && isSpeechKnown ? checkSpeech(story, chosen, speech) : null;
  if (mismatch) issues.push({ field: 'voice', ...mismatch });
  if (story === null || issues.length > 0) return { ok: false, issues };
  return { ok: true, draft: { story, title, options: chosen } };
}

function readStory(value: unknown, issues: DraftIssue[]): string | null {
  if (value !== undefined && value !== null && typeof value !== 'string') {
    issues.push({
      field: 'story',
      code: 'story_not_text',
      message: 'The story is not a text.',
      hint: 'Send the story as a string of plain text.',
    });
    return null;
  }
  const text = value ?? '';
  const issue = checkStory(text);
  if (issue) {
    issues.push({ field: 'story', ...issue });
    return null;
  }
  return cleanText(text);
}

function readTitle(value: unknown, issues: DraftIssue[]): string | null {
  if (isBlank(value)) return null;
  const issue = (code: string, message: string, hint: string): null => {
    issues.push({ field: 'title', code, message, hint });
    return null;
  };
  if (typeof value !== 'string') {
    return issue(
      'title_not_text',
      'The title is not a text.',
      'Send the title as a string, or leave it out.',
    );
  }
  if (hasControlCharacters(value)) {
    return issue(
      'title_control_characters',
      'The title holds characters that cannot be shown.',
      'Type the title again, or leave it empty to have one found.',
    );
  }
  const title = cleanText(value).replace(/\s+/g, ' ');
  const length = [...title].length;
  if (length > MAX_TITLE_CHARACTERS) {
    return issue(
      'title_too_long',
      `The title has ${length} characters; at most ${MAX_TITLE_CHARACTERS} fit on the screen.`,
      'Shorten the title, or leave it empty to have one found.',
    );
  }
  return title === '' ? null : title;
}

/** Voice and tone as options; a film that the service does not speak has no use for a tone. */
function readVoice(
  { voice, voiceTone }: Readonly<Record<string, unknown>>,
  { service }: SpeechAbilities,
  issues: DraftIssue[],
): ChosenVoice & Pick<Partial<VideoOptions>, 'voiceTone'> {
  const refuse = (field: 'voice' | 'voiceTone', issue: ServiceIssue) => {
    issues.push({ field, ...issue });
    return {};
  };
  const named = isBlank(voice)
    ? null
    : chooseVoice(typeof voice === 'string' ? voice : typeof voice, service);
  if (named && !named.ok) return refuse('voice', named.issue);
  const chosen = named?.chosen ?? {};
  if (isBlank(voiceTone) || chosen.voice === 'none' || chosen.voice === 'espeak') return chosen;
  const tone = chooseTone(String(voiceTone), service);
  if (!tone.ok) return refuse('voiceTone', tone.issue);
  return { ...chosen, ...(tone.chosen && { voiceTone: tone.chosen }) };
}

function choiceIssue(field: ChoiceField, value: unknown): DraftIssue | null {
  const parsed = videoOptionsSchema.shape[field].safeParse(value);
  if (parsed.success) return null;
  if (field === 'language') {
    return {
      field,
      code: 'unknown_language',
      message: `There is no language called ${quote(value)}.`,
      hint: 'Send a BCP 47 tag such as “es” or “pt-BR”, or leave it out to have the language found.',
    };
  }
  return {
    field,
    code: `unknown_${field}`,
    message: `There is no ${CHOICE_NAMES[field]} called ${quote(value)}.`,
    hint: `Choose one of: ${(field === 'seconds' ? TARGET_SECONDS : videoOptionsSchema.shape[field].unwrap().options).join(', ')}.`,
  };
}

function readSceneCount(value: unknown, issues: DraftIssue[]): number | undefined {
  if (isBlank(value)) return undefined;
  const isPlainNumber =
    typeof value === 'number' || (typeof value === 'string' && /^\s*[+-]?\d{1,9}\s*$/.test(value));
  const count = isPlainNumber ? Number(value) : Number.NaN;
  if (Number.isInteger(count) && count >= 1 && count <= MOST_ASKED_SCENES) return count;
  issues.push({
    field: 'scenes',
    code: 'scenes_out_of_range',
    message: `A film cannot have ${quote(value)} scenes.`,
    hint: `Choose a whole number from 1 to ${MOST_ASKED_SCENES}, or leave it empty to let the story decide.`,
  });
  return undefined;
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** Repeats what was sent, short and without anything that could garble a terminal or a page. */
function quote(value: unknown): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : typeof value;
  const short = [...text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')].slice(0, 40).join('');
  return `“${short}”`;
}
