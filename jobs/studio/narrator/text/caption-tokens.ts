/** The author's text as the words that captions show: nothing lost, nothing added. */

/** What separates a token from the next in the author's text. */
export type Break = 'space' | 'line' | 'paragraph';

export interface CaptionToken {
  /** The author's own characters; may hold spaces where loose punctuation was attached. */
  text: string;
  breakAfter: Break;
}

const SPEAKABLE = /[\p{L}\p{N}]/u;
const OPENING = /[([{“‘«„‹¿¡]$/u;

/**
 * Splits at white space. A piece without any letter or digit (a lone dash, "…", an emoji) joins the word
 * before it, or the word after it when it opens something or begins a line; so every token can be spoken,
 * and all texts joined by single spaces are the author's text with its white space made even. A text in
 * which nothing can be spoken gives no token.
 */
export function captionTokens(text: string): CaptionToken[] {
  const pieces = splitPieces(text);
  if (!pieces.some(({ text: piece }) => SPEAKABLE.test(piece))) return [];
  const tokens: CaptionToken[] = [];
  let waiting: CaptionToken[] = [];
  for (const piece of pieces) {
    if (SPEAKABLE.test(piece.text)) {
      tokens.push(joinPieces([...waiting, piece]));
      waiting = [];
      continue;
    }
    const previous = tokens.at(-1);
    const beginsLine = previous?.breakAfter !== 'space' && piece.breakAfter === 'space';
    if (!previous || waiting.length > 0 || beginsLine || OPENING.test(piece.text)) waiting.push(piece);
    else tokens[tokens.length - 1] = joinPieces([previous, piece]);
  }
  const last = tokens.at(-1);
  if (last && waiting.length > 0) tokens[tokens.length - 1] = joinPieces([last, ...waiting]);
  return tokens;
}

function splitPieces(text: string): CaptionToken[] {
  const matches = [...text.matchAll(/\S+/gu)];
  return matches.map((match, index) => {
    const end = match.index + match[0].length;
    const gap = text.slice(end, matches[index + 1]?.index ?? text.length);
    return { text: match[0], breakAfter: breakOf(gap) };
  });
}

function breakOf(gap: string): Break {
  const lines = gap.split(/\r\n|[\n\r\u2028\u2029]/u).length - 1;
  if (lines === 0) return 'space';
  return lines === 1 && !gap.includes('\u2029') ? 'line' : 'paragraph';
}

function joinPieces(pieces: CaptionToken[]): CaptionToken {
  return {
    text: pieces.map(({ text }) => text).join(' '),
    breakAfter: pieces.at(-1)?.breakAfter ?? 'space',
  };
}
