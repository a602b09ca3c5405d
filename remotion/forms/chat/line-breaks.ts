/** A text in lines of a width, as it is written in scripts with and without spaces. Pure. */
import { splitWords, wordJoint } from '../../contract/story-words';

/** What may stand at the beginning of a line. */
interface Piece {
  text: string;
  /** What stands before it within a line. */
  joint: '' | ' ';
}

let graphemes: Intl.Segmenter | undefined;

/**
 * Breaks a text between its words; a word that is wider than a line is broken within itself.
 * @param width of a line @param widthOf of a text set in one line, in the same unit
 */
export function brokenLines(text: string, width: number, widthOf: (text: string) => number): string[] {
  const fits = (line: string) => widthOf(line.trimEnd()) <= width;
  const lines: string[] = [];
  for (const { text: piece, joint } of pieces(text)) {
    const line = lines.at(-1);
    if (line !== undefined && fits(line + joint + piece)) lines[lines.length - 1] = line + joint + piece;
    else if (fits(piece)) lines.push(piece);
    else lines.push(...brokenWord(piece, fits));
  }
  return lines.map((line) => line.trimEnd());
}

function pieces(text: string): Piece[] {
  return splitWords(text).flatMap((word, at, words) => {
    const joint = at > 0 ? wordJoint(words[at - 1] ?? '', word) : '';
    return hyphenated(word).map((part, order): Piece => ({ text: part, joint: order === 0 ? joint : '' }));
  });
}

/** A word's parts, each with the hyphen or dash that ends it. */
function hyphenated(word: string): string[] {
  return word.split(/(?<=[\p{L}\p{M}\p{N}][-‐–—/])(?=\p{L})/u);
}

/** Parts of a word, each as long as fits; at least a letter. */
function brokenWord(word: string, fits: (line: string) => boolean): string[] {
  graphemes ??= new Intl.Segmenter();
  const parts: string[] = [];
  for (const { segment } of graphemes.segment(word)) {
    const part = parts.at(-1);
    if (part !== undefined && fits(part + segment)) parts[parts.length - 1] = part + segment;
    else parts.push(segment);
  }
  return parts;
}
