/** The built-in voice: a text in, narration with the exact time of every word out; no key, no network. */

import type { Speech, SpeechRequest } from '#jobs/ports/engines.ts';
import { encodeWav } from '#jobs/sound/audio/wav.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import { VOICES, type Voice } from '#jobs/story/order/voices.ts';
import { polishVoice, SPEECH_SAMPLE_RATE } from './polish';
import { type CaptionToken, captionTokens } from './text/caption-tokens';
import { foreignShare } from './text/latin';
import { endsSentence, PAUSE_MS, pausesAfter } from './text/phrasing';
import { spokenTokens } from './text/spoken-tokens';
import { type ScriptWord, speakUtterance } from './utterance';
import { assembleNarration } from './utterances';
import { VOICE_SETTINGS } from './voice-settings';
import { wordTimes } from './word-times';

/** More than this share of letters in other scripts, and the text is taken to be in another language. */
const FOREIGN_LIMIT = 0.2;

/** Beyond these the synthesiser's sounds are no longer understood. */
const SLOWEST = 0.6;
const FASTEST = 1.6;

/**
 * Speaks English text as RIFF/WAVE, 48 kHz, mono, 16 bit, at −16 LUFS as heard when the one channel is played
 * by both speakers (a single channel measures 3 LU less), true peak under −1.8 dBTP. `words` holds one entry
 * for each word of the author's text, in the author's characters: joined by single spaces they are the text
 * with its white space made even. `speed` stretches sounds and pauses alike. The same request always gives the
 * same bytes.
 *
 * Throws `StoryError`, none of them retryable: `nothing_to_say` for a text without any letter or digit,
 * `language_unsupported` for a language other than English or a text mostly in another script,
 * `voice_unknown` for a voice that is not built in.
 */
export async function speak(request: SpeechRequest): Promise<Speech> {
  const voice = knownVoice(request.voice);
  const tokens = captionTokens(request.text);
  if (tokens.length === 0) throw nothingToSay();
  if (!isEnglish(request)) throw languageUnsupported(request.language);

  const { name, durationStretch, pitchMean, pitchSpread, tone } = VOICE_SETTINGS[voice];
  const speed = Math.max(SLOWEST, Math.min(FASTEST, request.speed ?? 1));
  const settings = { voice: name, durationStretch: durationStretch / speed, pitchMean, pitchSpread };
  const utterances = [];
  for (const { words, mark } of planUtterances(tokens)) {
    const paced = words.map((word) => ({ ...word, pauseMs: word.pauseMs / speed }));
    utterances.push(await speakUtterance(paced, mark, settings));
  }
  const narration = assembleNarration(utterances, tokens.length);
  const samples = polishVoice(narration.samples, narration.sampleRate, tone);
  return {
    audio: encodeWav({ sampleRate: SPEECH_SAMPLE_RATE, channels: [samples] }),
    durationMs: (samples.length / SPEECH_SAMPLE_RATE) * 1000,
    words: wordTimes(tokens, narration),
  };
}

interface PlannedUtterance {
  words: ScriptWord[];
  mark: string;
}

/** Beyond this many words a sentence is spoken in parts, ending where it pauses anyway. */
const LONGEST_UTTERANCE = 40;

/** Groups the words of a text into the sentences that are spoken in one go. */
export function planUtterances(tokens: CaptionToken[]): PlannedUtterance[] {
  const spoken = spokenTokens(tokens);
  const pauses = pausesAfter(tokens);
  const planned: PlannedUtterance[] = [];
  let words: ScriptWord[] = [];
  tokens.forEach(({ text }, token) => {
    const pause = pauses[token] ?? 'none';
    const said = spoken[token] ?? [];
    said.forEach(({ text: word, pausesInside }, index) => {
      const isLast = index === said.length - 1;
      const pauseMs = isLast ? PAUSE_MS[pause] : pausesInside ? PAUSE_MS.clause : 0;
      words.push({ text: word, token, pauseMs });
    });
    const isLong = words.length >= LONGEST_UTTERANCE && pause !== 'none';
    if (words.length > 0 && (endsSentence(pause) || isLong || token === tokens.length - 1)) {
      planned.push({ words, mark: endsSentence(pause) ? finalMark(text) : ',' });
      words = [];
    }
  });
  return planned;
}

function finalMark(text: string): string {
  if (text.includes('?')) return '?';
  return text.includes('!') ? '!' : '.';
}

function knownVoice(name: string): Voice {
  const voice = VOICES.find((candidate) => candidate === name);
  if (voice) return voice;
  throw new StoryError({
    code: 'voice_unknown',
    message: `There is no built-in voice called “${name.slice(0, 40)}”.`,
    hint: `Choose one of: ${VOICES.join(', ')}.`,
    retryable: false,
  });
}

function isEnglish({ text, language }: SpeechRequest): boolean {
  return /^en(?:-|$)/iu.test(language) && foreignShare(text) <= FOREIGN_LIMIT;
}

function nothingToSay(): StoryError {
  return new StoryError({
    code: 'nothing_to_say',
    message: 'There is no word in this text that could be spoken.',
    hint: 'Write at least one word; punctuation and emoji alone have no sound.',
    retryable: false,
  });
}

function languageUnsupported(language: string): StoryError {
  return new StoryError({
    code: 'language_unsupported',
    message: `The built-in voice speaks English only, and this text is in another language or script (asked for: ${language.slice(0, 20)}).`,
    hint: 'Write the story in English, or connect a speech service that speaks its language.',
    retryable: false,
  });
}
