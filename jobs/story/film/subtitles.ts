/** Captions as files: SubRip and WebVTT, with the film's own pages of words. */
import { captionGrouping, captionPages, lineText } from '#remotion/captions/captions.ts';
import type { FormatName, Word } from '#remotion/contract/story-props.ts';
import { framesToMs, storyTimeline } from '#remotion/contract/timing.ts';

/** One caption on the film's clock, ms. */
export interface Cue {
  startMs: number;
  endMs: number;
  text: string;
}

/** The cues of a film: readable lines, whatever style the film itself shows its words in. */
export function cuesOf(scenes: readonly { words: Word[]; durationMs: number }[], format: FormatName): Cue[] {
  const { starts } = storyTimeline(scenes);
  const grouping = captionGrouping('subtle', format);
  return scenes.flatMap((scene, index) => {
    const offset = framesToMs(starts[index] ?? 0);
    return captionPages(scene.words, grouping).map((page) => ({
      startMs: offset + page.startMs,
      endMs: offset + Math.min(page.endMs, scene.durationMs),
      text: page.lines.map(lineText).join('\n'),
    }));
  });
}

/** What players take for markup in SubRip, which knows no escapes: tags, overrides and the arrow between times. */
const TAKEN_FOR_MARKUP = /<(?=[\p{L}/!])|\{(?=\\)|--(?=>)/gu;
/** Has no width and joins what stands on its sides (U+2060). */
const JOINER = '\u2060';

/** SubRip: numbered cues, comma before the milliseconds. What looks like markup is kept from being it. */
export function toSrt(cues: readonly Cue[]): string {
  const plain = (text: string) => text.replace(TAKEN_FOR_MARKUP, `$&${JOINER}`);
  return cues
    .map(
      (cue, index) =>
        `${index + 1}\n${clock(cue.startMs, ',')} --> ${clock(cue.endMs, ',')}\n${plain(cue.text)}\n`,
    )
    .join('\n');
}

/** WebVTT; the three characters that would be markup are escaped. Source: W3C WebVTT, cue text. */
export function toVtt(cues: readonly Cue[]): string {
  const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const blocks = cues.map(
    (cue) => `${clock(cue.startMs, '.')} --> ${clock(cue.endMs, '.')}\n${escaped(cue.text)}\n`,
  );
  return ['WEBVTT\n', ...blocks].join('\n');
}

function clock(ms: number, point: ',' | '.'): string {
  const whole = Math.max(0, Math.round(ms));
  const part = (value: number, digits: number) => String(value).padStart(digits, '0');
  const hours = Math.floor(whole / 3_600_000);
  const minutes = Math.floor(whole / 60_000) % 60;
  const seconds = Math.floor(whole / 1000) % 60;
  return `${part(hours, 2)}:${part(minutes, 2)}:${part(seconds, 2)}${point}${part(whole % 1000, 3)}`;
}
