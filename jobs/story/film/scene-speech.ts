/** Who says what in a scene, and which words its captions show. */
import { spreadWords } from '#jobs/sound/alignment/syllables.ts';
import { timeByTranscript } from '#jobs/sound/alignment/transcript-timing.ts';
import { inSentences } from '#jobs/story/language/spoken-sentences.ts';
import { valueNamed } from '#jobs/story/order/option.ts';
import { OPTIONS } from '#jobs/story/order/option-registry.ts';
import type { VideoOptions } from '#jobs/story/order/options.ts';
import type { SceneVoice } from '#jobs/story/order/voice/speaker-voice.ts';
import { VOICES } from '#jobs/story/order/voices.ts';
import type { Word } from '#remotion/contract/story-props.ts';
import { captionWords } from './caption-words';
import type { SceneContent, SceneTouches } from './scene-content';
import { speakerKindOf } from './speech';

/** A film's options as they hold in one of its scenes: with the scene's own voice. */
export function optionsIn(options: VideoOptions, { voice }: Pick<SceneTouches, 'voice'>): VideoOptions {
  if (voice === null) return options;
  const { serviceVoice: _service, localVoice: _local, ...others } = options;
  const { serviceVoice, localVoice } = voice;
  // A voice that is not there any more gives way to the film's.
  const known = valueNamed(OPTIONS.voice, voice.voice);
  return known === null
    ? options
    : {
        ...others,
        voice: known,
        ...(serviceVoice && { serviceVoice }),
        ...(localVoice && { localVoice }),
      };
}

/** A voice for whoever writes back in a chat: another of the built-in ones, or null where they do not speak. */
export function otherVoiceThan(options: VideoOptions): SceneVoice | null {
  if (options.serviceVoice || speakerKindOf(options) !== 'service-or-builtin') return null;
  const voice = VOICES.find((other) => other !== options.voice);
  return voice ? { voice } : null;
}

/** Whether anything is said in a scene. */
export function isSpoken(options: VideoOptions, scene: Pick<SceneTouches, 'voice' | 'recording'>): boolean {
  return scene.recording !== null || speakerKindOf(optionsIn(options, scene)) !== 'none';
}

/** What the voice is given to say: the narration, with names as they are to be said. */
export function spokenText({ narration, sayAs }: Pick<SceneContent, 'narration' | 'sayAs'>): string {
  if (sayAs.length === 0) return narration;
  const said = new Map(sayAs.map(({ word, as }) => [word, as]));
  const words = [...said.keys()].sort((a, b) => b.length - a.length).map(escaped);
  // Only whole words: no letter, digit or mark may touch them.
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])(?:${words.join('|')})(?![\\p{L}\\p{N}\\p{M}])`, 'gu');
  return narration.replace(pattern, (word) => said.get(word) ?? word);
}

/** The narration's own words at the times of those that were said in their place. */
export function wordsAsWritten(narration: string, said: readonly Word[], durationMs: number): Word[] {
  return timeByTranscript(captionWords(narration), said, durationMs).words;
}

/** Share of its words that are said, below which a caption text says something else than the voice. */
const LEAST_SAID = 0.5;

/**
 * The words that a scene's captions show, timed; null until its voice is there. A text that says something else than the
 * voice, such as a translation, goes with it line by line where it has a line for each sentence.
 */
export function shownWords({
  captions,
  words,
  durationMs,
}: Pick<SceneContent, 'captions'> & { words: Word[] | null; durationMs: number | null }): Word[] | null {
  if (captions === null || words === null || durationMs === null) return words;
  const lines = captionLines(captions);
  const byWords = timeByTranscript(lines.flat(), words, durationMs);
  const sentences = inSentences(words);
  const isByLine = lines.length > 1 && lines.length === sentences.length;
  if (!isByLine || byWords.recognised >= LEAST_SAID) return byWords.words;
  return lines.flatMap((line, at) => {
    const said = sentences[at] ?? [];
    return spreadWords(line, said[0]?.startMs ?? 0, said.at(-1)?.endMs ?? durationMs);
  });
}

/** The words of a caption text by its lines; the last of each line keeps its break, so that a new caption begins after it. */
function captionLines(text: string): string[][] {
  const lines = text.split('\n').map(captionWords);
  const filled = lines.filter((words) => words.length > 0);
  return filled.map((words, line) =>
    line === filled.length - 1
      ? words
      : words.map((word, at) => (at === words.length - 1 ? `${word}\n` : word)),
  );
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
