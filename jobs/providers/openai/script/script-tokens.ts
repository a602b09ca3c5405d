/** How many tokens a script takes. */
import type { ScriptSettings } from '#jobs/providers/openai/settings/settings.ts';

/** Title, mood, style and cast. */
export const HEAD_TOKENS = 600;
/** One scene with its picture. */
export const SCENE_TOKENS = 130;
/** Room for a reasoning model's thoughts besides its answer, by how much it is to think; the first holds for all others. */
const MOST_THOUGHTS = { usual: 8000, high: 24_000, xhigh: 48_000 } as const;

/** What an answer with that many scenes will take, and the limit to be set for it. */
export function tokensFor(
  scenes: number,
  { effort }: Pick<ScriptSettings, 'effort'>,
): { expectedTokens: number; maximumTokens: number } {
  const expectedTokens = HEAD_TOKENS + Math.ceil(scenes) * SCENE_TOKENS;
  const thoughts = effort === 'high' || effort === 'xhigh' ? MOST_THOUGHTS[effort] : MOST_THOUGHTS.usual;
  return { expectedTokens, maximumTokens: expectedTokens * 2 + thoughts };
}
