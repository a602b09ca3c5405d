/** What a rule may know of the words around the one that it reads. */

export interface TokenContext {
  /** The token before, without quotes, brackets and closing marks; null at the beginning. */
  previous: string | null;
  /** The token before that one, likewise. */
  earlier: string | null;
  /** Whether a comma or another mark stands between the token before and this one. */
  isAfterMark: boolean;
  /** The token after, likewise; null at the end. */
  next: string | null;
  /** Whether the text around is written in capitals too, so that capitals mean nothing here. */
  isLoud: boolean;
}

/**
 * One way of reading a written form. `say` gives spoken words parted by spaces, with a comma as a word of its
 * own where one pauses, or null to leave the form to the rules that follow.
 */
export interface SpeakingRule {
  pattern: RegExp;
  say(match: RegExpMatchArray, context: TokenContext): string | null;
}

/** What the first fitting rule says, or null when none fits. */
export function applyRules(rules: SpeakingRule[], written: string, context: TokenContext): string | null {
  for (const { pattern, say } of rules) {
    const match = written.match(pattern);
    const said = match && say(match, context);
    if (said !== null) return said;
  }
  return null;
}

/** Group `index` of a match, or an empty string where it took no part. */
export function group(match: RegExpMatchArray, index: number): string {
  return match[index] ?? '';
}
