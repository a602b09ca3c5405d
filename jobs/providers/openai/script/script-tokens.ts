/** How many tokens a script takes. */

/** Title, mood, style and cast. */
export const HEAD_TOKENS = 600;
/** One scene with its picture. */
export const SCENE_TOKENS = 130;
/** Room for a reasoning model's thoughts besides its answer. */
const MOST_THOUGHTS = 8000;

/** What an answer with that many scenes will take, and the limit to be set for it. */
export function tokensFor(scenes: number): { expectedTokens: number; maximumTokens: number } {
  const expectedTokens = HEAD_TOKENS + Math.ceil(scenes) * SCENE_TOKENS;
  return { expectedTokens, maximumTokens: expectedTokens * 2 + MOST_THOUGHTS };
}
