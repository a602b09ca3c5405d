/**
 * What a person hands in, checked: raw form fields or JSON become a `StoryDraft`, or one clear issue for
 * each field that is not as it must be. Pure, so that the form in the page and the API say the same.
 */

import { speakerKindOf } from '#jobs/story/film/speech.ts';
import type { FilmFormat } from '#jobs/story/formats/film-format.ts';
import { readFormats } from '#jobs/story/formats/read-formats.ts';
import { checkCaptions } from '#jobs/story/language/caption-language.ts';
import { BUILT_IN_SPEECH, checkSpeech, type SpeechAbilities } from '#jobs/story/language/speech-language.ts';
import { checkMotion, type MotionService } from './motion-service';
import type { Registry } from './option';
import { isBlank, readOption } from './option-reading';
import { OPTIONS, type OptionName } from './option-registry';
import { type OwnMusic, storedSchema, type VideoOptions } from './options';
import { noMusicFile } from './own-music';
import { checkQuality, type PictureService } from './picture-service';
import { type ChosenVoice, chooseTone, chooseVoice, type ServiceIssue } from './speech-service';
import { checkStory, cleanText } from './story-text';
import { checkTitle } from './title-text';
import { USUAL_VOICE } from './voices';
import { checkWriting, tidyWriting } from './writing-choice';

/** A story that is ready to be made into a film. */
export interface StoryDraft {
  /** Line breaks are `\n`; no control characters; trimmed. */
  story: string;
  /** One line, or null to have one found. */
  title: string | null;
  options: VideoOptions;
  /** What else is to be made of it; absent for nothing. */
  formats?: FilmFormat[];
}

export type DraftField = 'story' | 'title' | 'formats' | OptionName;

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

/** Read with what the connected speech service offers, not by the registry alone. */
const SERVICE_FIELDS: ReadonlySet<OptionName> = new Set(['voice', 'voiceTone']);

/** What a draft is checked against besides itself. */
export interface DraftSurroundings {
  /** What can be spoken here; the built-in voices alone by default. */
  speech?: SpeechAbilities | undefined;
  /** The connected picture model; none by default. */
  pictures?: PictureService | null;
  /** The music file that came with the draft, already examined. */
  ownMusic?: OwnMusic | null;
  /** The connected picture-to-video model; none by default. */
  motion?: MotionService | null;
  /** Whether a writing model is connected. */
  canWrite?: boolean;
}

/**
 * Checks raw input. Absent, null and empty options take their defaults; fields it does not know are ignored.
 * @param input form fields or a parsed JSON object, not trusted to be anything.
 */
export const readDraft = draftReader(OPTIONS);

/** Makes the reader of drafts with these options. */
export function draftReader(
  registry: typeof OPTIONS & Registry,
): (input: Readonly<Record<string, unknown>>, surroundings?: DraftSurroundings) => DraftResult {
  const schema = storedSchema(registry);
  return (input, surroundings = {}) => {
    const { speech = BUILT_IN_SPEECH, pictures = null, motion = null } = surroundings;
    const { ownMusic = null, canWrite = false } = surroundings;
    const issues: DraftIssue[] = [];
    const story = readStory(input.story, issues);
    const title = readTitle(input.title, issues);
    const options = {
      ...readOptions(registry, input, issues),
      ...readVoice(input, speech, issues),
      ...(input.music === 'own' && ownMusic && { ownMusic }),
    };
    if (input.music === 'own' && !ownMusic) issues.push(noMusicFile());
    const chosen = tidyWriting(schema.parse(options) as VideoOptions);
    const unwritable = checkWriting(chosen, canWrite);
    if (unwritable) issues.push({ field: 'writing', ...unwritable });
    const unpaintable = checkQuality(chosen, pictures);
    if (unpaintable) issues.push({ field: 'quality', ...unpaintable });
    const unmoving = checkMotion(chosen, motion);
    if (unmoving) issues.push({ field: 'motion', ...unmoving });
    // A voice or language that is not known at all was already said to be so.
    const isSpeechKnown = !issues.some(({ field }) => field === 'voice' || field === 'language');
    const mismatch = story !== null && isSpeechKnown ? checkSpeech(story, chosen, speech) : null;
    if (mismatch) issues.push({ field: 'voice', ...mismatch });
    const uncaptionable = story === null ? null : checkCaptions({ story, options: chosen }, canWrite);
    if (uncaptionable) issues.push({ field: 'captionLanguage', ...uncaptionable });
    const others = readFormats(input.formats, chosen, { story: story ?? '', canTranslate: canWrite });
    if (!others.ok) issues.push(...others.issues.map((issue) => ({ field: 'formats' as const, ...issue })));
    if (story === null || issues.length > 0) return { ok: false, issues };
    const formats = others.ok ? others.formats : [];
    return { ok: true, draft: { story, title, options: chosen, ...(formats.length > 0 && { formats }) } };
  };
}

/** What was chosen of the registry's options, but for those of the speech service. */
function readOptions(
  registry: Registry,
  input: Readonly<Record<string, unknown>>,
  issues: DraftIssue[],
): Record<string, unknown> {
  const options: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(registry)) {
    const field = name as OptionName;
    const value = input[field];
    if (isBlank(value) || SERVICE_FIELDS.has(field)) continue;
    const read = readOption(field, option, value);
    if (read.ok) options[field] = read.value;
    else issues.push({ field, ...read.issue });
  }
  return options;
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
  const read = checkTitle(value);
  if (typeof read === 'string') return read === '' ? null : read;
  const { hint, ...issue } = read;
  issues.push({ field: 'title', ...issue, hint: `${hint}, or leave it empty to have one found.` });
  return null;
}

/** Voice and tone as options; a film that the service does not speak has no use for a tone. */
function readVoice(
  { voice, voiceTone }: Readonly<Record<string, unknown>>,
  abilities: SpeechAbilities,
  issues: DraftIssue[],
): ChosenVoice & Pick<Partial<VideoOptions>, 'voiceTone'> {
  const refuse = (field: 'voice' | 'voiceTone', issue: ServiceIssue) => {
    issues.push({ field, ...issue });
    return {};
  };
  const named = isBlank(voice)
    ? null
    : chooseVoice(typeof voice === 'string' ? voice : typeof voice, abilities);
  if (named && !named.ok) return refuse('voice', named.issue);
  const chosen = named?.chosen ?? {};
  if (isBlank(voiceTone) || speakerKindOf({ voice: USUAL_VOICE, ...chosen }) !== 'service-or-builtin') {
    return chosen;
  }
  const tone = chooseTone(String(voiceTone), abilities.service);
  if (!tone.ok) return refuse('voiceTone', tone.issue);
  return { ...chosen, ...(tone.chosen && { voiceTone: tone.chosen }) };
}
