/** What is wrong with a film's captions as they are seen. Pure. */
import type { FormatName } from '#remotion/contract/story-props.ts';
import type { Finding } from './film-finding';
import type { CaptionMeasures } from './film-measures';
import { reachesOut } from './safe-area';

/** Measuring at a part of the size is this much off, in fractions of the frame. */
const PLACE_LEEWAY = 0.005;
/** Covering more of a face than this hides it. */
const FACE_PART = 0.6;

export function judgeCaptions(captions: readonly CaptionMeasures[], format: FormatName): Finding[] {
  const found = captions.flatMap((page): Finding[] => {
    const { atMs, toMs, scene, text } = page;
    const place = { atMs, toMs, scene };
    if (!page.seen) {
      return [
        {
          ...{ check: 'captions_faint', severity: 'wrong', ...place },
          message: `The caption “${text}” cannot be told from what is behind it.`,
          hint: 'Choose another caption style, or another picture for the scene, and update the film.',
        },
      ];
    }
    const outside = reachesOut(page.seen, format) > PLACE_LEEWAY;
    if (outside) {
      return [
        {
          ...{ check: 'captions_outside', severity: 'wrong', ...place },
          message: `The caption “${text}” stands where phones draw their own buttons and texts.`,
          hint: 'Write shorter captions for the scene, or choose another caption style, and update the film.',
        },
      ];
    }
    if (!page.isInPlace) {
      return [
        {
          ...{ check: 'captions_misplaced', severity: 'look', ...place },
          message: `The caption “${text}” does not stand where it was to stand.`,
          hint: 'Change the scene’s captions and update the film, so that its stretch is drawn anew.',
        },
      ];
    }
    if (page.contrast < page.wanted) {
      return [
        {
          ...{ check: 'captions_faint', severity: 'wrong', ...place, atMs: page.contrastAtMs },
          message: `The caption “${text}” is hard to read: its contrast is ${page.contrast.toFixed(1)} to 1, where ${page.wanted} to 1 is wanted.`,
          hint: 'Choose another caption style, or another picture for the scene, and update the film.',
        },
      ];
    }
    if (page.onFace > FACE_PART) {
      return [
        {
          ...{ check: 'captions_on_face', severity: 'look', ...place },
          message: `The caption “${text}” covers a face.`,
          hint: 'Draw the scene’s picture again, or choose another caption style, and update the film.',
        },
      ];
    }
    return [];
  });
  return joined(found);
}

/** One finding for pages of one scene that follow each other with the same fault. */
function joined(findings: readonly Finding[]): Finding[] {
  const all: Finding[] = [];
  for (const next of findings) {
    const before = all.at(-1);
    if (before?.check === next.check && before.scene === next.scene) before.toMs = next.toMs;
    else all.push({ ...next });
  }
  return all;
}
