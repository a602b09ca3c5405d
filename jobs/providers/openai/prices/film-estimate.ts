/** What a whole film will cost, told before it is begun. */

import { addEstimates, type Estimate, NOTHING } from '#jobs/ports/calls/call-estimate.ts';
import { requestSize } from '#jobs/providers/openai/picture/picture-size.ts';
import { wordCount } from '#jobs/providers/openai/script/story-units.ts';
import type { ProviderSettings } from '#jobs/providers/openai/settings/settings.ts';
import { scenesFor, scenesForWords, type TargetSeconds, wordsFor } from '#jobs/story/budget/film-plan.ts';
import type { FormatName } from '#remotion/contract/story-props.ts';
import { estimateChat, estimatePicture, estimateSpeech, estimateTranscription } from './estimate';

export interface FilmWish {
  /** The story, or the idea for one. */
  text: string;
  format: FormatName;
  /** Null lets the story decide. */
  sceneCount: number | null;
  /** Length of the film when the model writes it; null when the author's words are kept. */
  targetSeconds: TargetSeconds | null;
}

export interface FilmEstimate {
  scenes: number;
  script: Estimate;
  /** All of them, and one by itself for the button beside it. */
  pictures: Estimate;
  picture: Estimate;
  /** Speech with its word times, for all scenes and for one. */
  voices: Estimate;
  voice: Estimate;
  total: Estimate;
}

const CHARACTERS_PER_WORD = 6;
const INSTRUCTION_CHARACTERS = 4500;
const PROMPT_CHARACTERS = 1100;
const HEAD_TOKENS = 600;
const TOKENS_PER_SCENE = 130;
const MS_PER_CHARACTER = 1000 / 14;
/** Earlier pictures sent along with each but the first. */
const REFERENCES = 1;

/** Capabilities that are not configured cost nothing: the built-in studio does their part. */
export function estimateFilm(settings: ProviderSettings, wish: FilmWish): FilmEstimate {
  const { targetSeconds } = wish;
  const words = targetSeconds === null ? wordCount(wish.text) : wordsFor(targetSeconds);
  const scenes =
    wish.sceneCount ?? (targetSeconds === null ? scenesForWords(words) : scenesFor(targetSeconds));
  const characters = targetSeconds === null ? wish.text.length : words * CHARACTERS_PER_WORD;
  const script = estimateScript(settings, wish.text.length, scenes);
  const picture = estimateOnePicture(settings, wish.format);
  const voice = estimateOneVoice(settings, Math.ceil(characters / scenes));
  const pictures = addEstimates(Array.from({ length: scenes }, () => picture));
  const voices = addEstimates(Array.from({ length: scenes }, () => voice));
  return {
    scenes,
    script,
    pictures,
    picture,
    voices,
    voice,
    total: addEstimates([script, pictures, voices]),
  };
}

function estimateScript({ script }: ProviderSettings, characters: number, scenes: number): Estimate {
  if (!script) return NOTHING;
  const expectedOutputTokens = HEAD_TOKENS + scenes * TOKENS_PER_SCENE;
  return estimateChat({
    ...script,
    inputCharacters: INSTRUCTION_CHARACTERS + characters,
    expectedOutputTokens,
    maximumOutputTokens: expectedOutputTokens * 2 + 8000,
  });
}

function estimateOnePicture({ image }: ProviderSettings, format: FormatName): Estimate {
  if (!image) return NOTHING;
  const size = requestSize(image.model, format, image.resolution);
  return estimatePicture({ ...image, ...size, promptCharacters: PROMPT_CHARACTERS, references: REFERENCES });
}

function estimateOneVoice({ speech, transcribe }: ProviderSettings, characters: number): Estimate {
  if (!speech) return NOTHING;
  const spoken = estimateSpeech({ ...speech, characters: characters + (speech.instructions?.length ?? 0) });
  if (!transcribe) return spoken;
  const durationMs = (characters * MS_PER_CHARACTER) / speech.speed;
  return addEstimates([spoken, estimateTranscription({ ...transcribe, durationMs })]);
}
