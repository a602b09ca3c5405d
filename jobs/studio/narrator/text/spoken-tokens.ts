/** From the author's tokens to the words that are spoken for each. */
import type { CaptionToken } from './caption-tokens';
import { COMPOUND_RULES } from './compound-rules';
import { resolveHomograph } from './homographs';
import { isShouted } from './letters';
import { isScaleWord, NUMBER_RULES, sayNumber } from './number-rules';
import { plainWords } from './plain-words';
import { TIME_RULES } from './time-rules';
import { applyRules, type TokenContext } from './token-context';
import { CURRENCIES } from './units';
import { WORD_RULES } from './word-rules';

export interface SpokenWord {
  /** Lower case a–z and apostrophes. */
  text: string;
  /** Whether one pauses after it although the token goes on, as at a dash between two words. */
  pausesInside: boolean;
}

const PICTURES =
  /[\p{Extended_Pictographic}\u{1F1E6}-\u{1F1FF}\u{1F3FB}-\u{1F3FF}\u20E3\uFE0E\uFE0F\u200D]/gu;
const HEART = /^(?:❤️?|♥️?|<3)$/u;
const EDGES_BEFORE = /^(?:(?!\.\d)[^\p{L}\p{N}$€£¥₹₽₩₿¢#@+\-−~±&%=×÷°'½⅓⅔¼¾⅕⅛⅜⅝⅞])+/u;
const EDGES_AFTER = /[^\p{L}\p{N}$€£¥₹₽₩₿¢%‰°+'&=@#×÷./⁄′″"]+$/u;
const LOUD_REACH = 2;

/**
 * The spoken words of every token, in order: as many entries as tokens. An entry is empty when nothing in its
 * token can be read by an English voice.
 */
export function spokenTokens(tokens: CaptionToken[]): SpokenWord[][] {
  const cores = tokens.map(({ text }) => coreOf(text));
  const said = tokens.map(({ text }, index) => {
    const context: TokenContext = {
      previous: cores[index - 1] ?? null,
      earlier: cores[index - 2] ?? null,
      isAfterMark: /[,;:!?)\]]["'”’»]*$/u.test(tokens[index - 1]?.text ?? ''),
      next: cores[index + 1] ?? null,
      isLoud: isLoudAround(cores, index),
    };
    const pieces = text.split(' ').filter(Boolean);
    return pieces.flatMap((piece) => sayPiece(piece, context, pieces.length > 1));
  });
  return withHomographs(withScaledMoney(said, cores));
}

/** A token's own characters between its quotes, brackets and closing marks, with a final full stop if it has one. */
export function coreOf(text: string): string {
  return trimEdges(straighten(text).replaceAll(PICTURES, ' '))
    .replace(/[)\]}"]*\.+$/u, '.')
    .replace(/^'+(?=\p{L}{3,}'+$)/u, '')
    .replace(/(?<=\p{L}{3,})'+$/u, (quote) => (quote === "'" ? quote : ''));
}

function sayPiece(piece: string, context: TokenContext, isAttached: boolean): SpokenWord[] {
  if ((isAttached || piece === '<3') && HEART.test(piece)) {
    return context.next === null ? [] : [{ text: 'love', pausesInside: false }];
  }
  const core = coreOf(piece);
  const whole = sayWhole(core, context);
  if (whole !== null) return asWords(whole, context);
  // Dashes and dots between two words part them with a pause.
  const parts = core.split(/(?:--+|[—–―]|\.{2,}|…|[!?:;,](?=\p{L}))+/u).filter(Boolean);
  return parts.flatMap((part, index) => {
    const said = sayWhole(trimEdges(part), context) ?? part;
    const words = asWords(said, context);
    const last = words.at(-1);
    if (last && index < parts.length - 1) last.pausesInside = true;
    return words;
  });
}

/** What the rules say for a form, with and without its final full stop and its genitive; null when none fits. */
function sayWhole(core: string, context: TokenContext): string | null {
  const rules = [...COMPOUND_RULES, ...TIME_RULES, ...NUMBER_RULES, ...WORD_RULES];
  const bare = core.replace(/[.']+$/u, '');
  const genitive = /^(.*\d)'s$/u.exec(bare)?.[1];
  return (
    applyRules(rules, core, context) ??
    applyRules(rules, bare, context) ??
    (genitive ? withGenitive(sayNumber(genitive, context)) : null)
  );
}

function withGenitive(said: string | null): string | null {
  return said === null ? null : `${said}'s`;
}

function asWords(said: string, { isLoud }: TokenContext): SpokenWord[] {
  const words: SpokenWord[] = [];
  for (const part of said.split(/\s+/u).filter(Boolean)) {
    const last = words.at(-1);
    if (part === ',' && last) last.pausesInside = true;
    else words.push(...plainWords(part, isLoud).map((text) => ({ text, pausesInside: false })));
  }
  return words;
}

/** "$5 million" is said "five million dollars": the currency goes to the word that multiplies. */
function withScaledMoney(said: SpokenWord[][], cores: string[]): SpokenWord[][] {
  return said.map((words, index) => {
    const before = cores[index - 1] ?? '';
    const symbol = /^[-−+~]?([$€£¥₹₽₩₿])[\d,.]+(?:[-–—][$€£]?[\d,.]+)?$/u.exec(before)?.[1];
    const currency = symbol ? CURRENCIES[symbol] : undefined;
    const isScale = isScaleWord(cores[index]?.replace('.', '') ?? null);
    if (!currency || !isScale) return words;
    return [...words, { text: currency.many, pausesInside: false }];
  });
}

function withHomographs(said: SpokenWord[][]): SpokenWord[][] {
  const flat = said.flat();
  const resolved = flat.map((word, index) => ({
    ...word,
    text: resolveHomograph(word.text, flat[index - 1]?.text ?? '', flat[index + 1]?.text ?? ''),
  }));
  let next = 0;
  return said.map((words) => {
    const start = next;
    next += words.length;
    return resolved.slice(start, next);
  });
}

/** Whether words in capitals near by are shouted rather than spelled or numbers. */
function isLoudAround(cores: string[], index: number): boolean {
  const around = cores.slice(Math.max(0, index - LOUD_REACH), index + LOUD_REACH + 1);
  return around.some(
    (core) =>
      core !== cores[index] && /^\p{Lu}[\p{Lu}']{2,}\.?$/u.test(core) && isShouted(core.replace('.', '')),
  );
}

function straighten(text: string): string {
  return text.replaceAll(/[‘’ʼ‛`´]/gu, "'").replaceAll(/[“”„«»]/gu, '"');
}

function trimEdges(text: string): string {
  return text.replace(EDGES_BEFORE, '').replace(EDGES_AFTER, '');
}
