/** The few words of a scene that carry it. */
import { splitWords } from '#remotion/contract/story-words.ts';

const LOUD = /(?<![\p{L}])(?:\p{Lu}{3,}(?:\s\p{Lu}{2,})*)(?![\p{L}])/u;
/** What is said against something before: “not …, but the …”. */
const TURN =
  /\b(?:but|because|until|except|never|only|nobody|everything|nothing)\b\s+(?<rest>[^,.;:!?—–]{4,32})/iu;
const LONGEST = 30;

/** Words of the scene in capitals, or those of its turn, or of its shortest sentence; null where none stand out. */
export function stressOf(narration: string): string | null {
  const found = stressIn(narration);
  return found !== null && narration.includes(found) && !found.includes('#') ? found : null;
}

function stressIn(narration: string): string | null {
  const loud = LOUD.exec(narration)?.[0];
  if (loud && loud.length < narration.length * 0.6) return loud;
  const turn = TURN.exec(narration);
  if (turn) return trimmed(turn[0]);
  const sentences = narration.match(/[^.!?…。！？]+/gu)?.map((part) => part.trim()) ?? [];
  const short = sentences.filter((part) => part.length >= 3 && part.length <= LONGEST);
  if (sentences.length > 1 && short.length > 0) return short.at(-1) ?? null;
  return null;
}

/** Words that lead to others. */
const HANGING =
  /\s(?:a|an|the|of|to|in|on|at|and|or|but|for|with|by|from|that|which|who|is|was|my|your|his|her|their|our|i|it|you|had|have|has)$/iu;

/** At most so many characters, between words. */
function trimmed(text: string): string {
  const words = splitWords(text);
  let kept = '';
  for (const word of words) {
    if (kept.length + word.length > LONGEST) break;
    kept = kept === '' ? word : `${kept} ${word}`;
  }
  while (HANGING.test(kept)) kept = kept.replace(HANGING, '');
  return kept;
}
