/** How many tokens a script takes. */
import type { ScriptSettings } from '#jobs/providers/openai/settings/settings.ts';

/** Title, mood, style and cast. */
export const HEAD_TOKENS = 600;
/** One scene with its picture. */
export const SCENE_TOKENS = 130;
/** What a model answers that is only tried. */
export const TEST_TOKENS = 20;

/** Room for a reasoning model's thoughts besides its answer, by how much it is to think. */
const MOST_THOUGHTS: Readonly<Record<string, number>> = { high: 24_000, xhigh: 48_000, max: 96_000 };
const USUAL_THOUGHTS = 8000;

interface AnswerTokens {
  expectedTokens: number;
  maximumTokens: number;
}

/** What an answer with that many scenes will take, and the limit to be set for it. */
export function tokensFor(scenes: number, settings: Pick<ScriptSettings, 'effort'>): AnswerTokens {
  return roomFor(HEAD_TOKENS + Math.ceil(scenes) * SCENE_TOKENS, settings);
}

/** The same for an answer of that many tokens. */
export function roomFor(expectedTokens: number, { effort }: Pick<ScriptSettings, 'effort'>): AnswerTokens {
  const thoughts = MOST_THOUGHTS[effort ?? ''] ?? USUAL_THOUGHTS;
  return { expectedTokens, maximumTokens: expectedTokens * 2 + thoughts };
}
