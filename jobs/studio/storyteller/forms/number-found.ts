/** The one figure of a scene that carries it. */
import type { Treatment } from '#jobs/story/order/treatments.ts';
import type { FormOf } from '#remotion/contract/forms.ts';
import { writtenNumber } from '#remotion/forms/number/counting.ts';

const DIGITS = String.raw`\d(?:[\d.,\u00a0\u202f]*\d)?`;
const SIZE = String.raw`(?:\s?(?:million|billion|trillion|thousand|Millionen|Milliarden|millones|millions|milliards|milhões|万|億|k|M|bn)\b)?`;
const MONEY = new RegExp(
  String.raw`[$€£¥₹]\s?${DIGITS}${SIZE}|${DIGITS}${SIZE}\s?(?:€|£|₹|円|万円|元|dollars?\b|euros?\b|pounds\b|rupees\b|Euro\b|रुपये|रुपए)`,
  'u',
);
const PERCENT = new RegExp(
  String.raw`${DIGITS}\s?(?:%|percent\b|per cent\b|Prozent\b|por ciento\b|pour cent\b|por cento\b|パーセント|प्रतिशत)`,
  'u',
);
const SCORE = /(?<![\d–-])\d{1,2}\s?[–-]\s?\d{1,2}(?![\d–-])/u;
const SPORT =
  /\b(?:match|game|goals?|scored?|won|wins?|lost|final|half|league|cup|penalt\w+|Spiel|Tor|partido|gol)\b/iu;
const COUNT = new RegExp(
  String.raw`(?<![\d.,:/–-])(?:\d{1,3}(?:[,.\u202f]\d{3})+|${DIGITS}\s?(?:million|billion|trillion|thousand|Millionen|Milliarden|millones|millions|milliards|milhões|万|億)|\d+(?:[.,]\d+)?(?:\s?(?:light-?years?|years?|days?|hours?|minutes?|kilomet\w+|km\b|miles?|meters?|metres?|degrees|°|tons?|tonnes?|people|species|times|calories|steps|countries|Jahre|Kilometer|Tage|Stunden|Grad|años|kilómetros|días|horas|grados|ans|jours|heures|anos|dias|年|キロ|日|時間|度|人|साल|दिन|किलोमीटर)(?![\p{L}])))(?!\s?(?:old\b|alt\b|de edad|years?[ -]old|st\b|nd\b|rd\b|th\b|Jahre alt|años de edad|歳|am\b|pm\b))`,
  'u',
);

const WITH_COUNTS: ReadonlySet<Treatment> = new Set([
  'fact',
  'news',
  'advert',
  'persuasion',
  'list',
  'how-to',
  'biography',
]);
const NEVER: ReadonlySet<Treatment> = new Set(['tale', 'chat', 'quotes']);

/** The number form of a scene; null where no figure carries it. */
export function numberFound(narration: string, treatment: Treatment): FormOf<'number'> | null {
  if (NEVER.has(treatment)) return null;
  const shown =
    MONEY.exec(narration)?.[0] ??
    PERCENT.exec(narration)?.[0] ??
    (SPORT.test(narration) ? SCORE.exec(narration)?.[0] : undefined) ??
    (WITH_COUNTS.has(treatment) ? COUNT.exec(narration)?.[0] : undefined);
  if (shown === undefined) return null;
  const value = writtenNumber(shown);
  if (!Number.isFinite(value)) return null;
  const label = labelAfter(narration, shown);
  const before = beforeOf(narration, shown);
  return { kind: 'number', value, shown: shown.trim(), ...(label && { label }), ...(before && { before }) };
}

const LONGEST_LABEL = 34;

/** Where a label may end before its clause does. */
const LABEL_END =
  /\s(?:that|which|who|when|while|because|since|if|as|than|and|or|but|dass|der|die|das|que|qui|y|und|et|e)\s.*$/isu;

/** What is counted: the words right after it, up to the next mark; null where they are too many to stand as one. */
function labelAfter(narration: string, shown: string): string | null {
  const rest = narration.slice(narration.indexOf(shown) + shown.length);
  const clause = /^\s*([^,.;:!?—–"”()。、！？\n\p{Extended_Pictographic}]*)/u.exec(rest)?.[1]?.trim() ?? '';
  if (
    /^(?:and|or|but|so|to|und|oder|y|o|et|ou|e|for|from|in|on|at|with|when|who|that|which)\b/iu.test(clause)
  )
    return null;
  const label = [...clause].length > LONGEST_LABEL ? clause.replace(LABEL_END, '') : clause;
  return label === '' || [...label].length > LONGEST_LABEL ? null : label;
}

const FROM = new RegExp(
  String.raw`(?:from|instead of|von|statt|de|desde)\s+([$€£₹]?\s?${DIGITS}\s?(?:%|€|£)?)\s+(?:to|down to|up to|auf|zu|a|à)\s+$`,
  'iu',
);

const INSTEAD = new RegExp(
  String.raw`^\S+\s(?:instead of|statt|en vez de|au lieu de)\s([$€£₹]?\s?${DIGITS}\s?(?:%|€|£)?)`,
  'iu',
);

/** “From $40 to $12”, “$12 instead of $40”: what it was. */
function beforeOf(narration: string, shown: string): { value: number; shown: string } | null {
  const second = narration.indexOf(shown, narration.indexOf(shown) + 1);
  const at = second >= 0 ? second : narration.indexOf(shown);
  const found = (INSTEAD.exec(narration.slice(at)) ?? FROM.exec(narration.slice(0, at)))?.[1]?.trim();
  const value = found === undefined ? Number.NaN : writtenNumber(found);
  return found !== undefined && Number.isFinite(value) && found !== shown ? { value, shown: found } : null;
}
