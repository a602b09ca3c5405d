/** By what kind of means something was made, in the IPTC's words. Pure. */

const TERMS = 'http://cv.iptc.org/newscodes/digitalsourcetype/';

/** The terms that films need, see https://cv.iptc.org/newscodes/digitalsourcetype/. */
export const SOURCE_TYPES = {
  /** By a model that was trained on what people made or said. */
  trained: `${TERMS}trainedAlgorithmicMedia`,
  /** By rules alone. */
  rules: `${TERMS}algorithmicMedia`,
  /** Put together of several things, some of them made by a trained model. */
  partlyTrained: `${TERMS}compositeWithTrainedAlgorithmicMedia`,
  /** Put together of several things, some of them made by rules, none by a trained model. */
  partlyRules: `${TERMS}compositeSynthetic`,
  /** Put together of what people brought along. */
  brought: `${TERMS}composite`,
} as const;
export type SourceType = (typeof SOURCE_TYPES)[keyof typeof SOURCE_TYPES];

/** What a part of a film is; null where its author brought it, who alone knows. */
export type PartType = typeof SOURCE_TYPES.trained | typeof SOURCE_TYPES.rules | null;

/** What a film is as a whole. @param parts what is seen and spoken in it, and the music that its author brought */
export function filmSourceType(parts: readonly PartType[]): SourceType {
  const has = (type: PartType) => parts.includes(type);
  if (has(SOURCE_TYPES.trained))
    return has(SOURCE_TYPES.rules) || has(null) ? SOURCE_TYPES.partlyTrained : SOURCE_TYPES.trained;
  if (!has(null)) return SOURCE_TYPES.rules;
  return has(SOURCE_TYPES.rules) ? SOURCE_TYPES.partlyRules : SOURCE_TYPES.brought;
}

/** Whether people are to be told that artificial intelligence had a part in it. */
export function isMadeWithAi(type: SourceType): boolean {
  return type === SOURCE_TYPES.trained || type === SOURCE_TYPES.partlyTrained;
}
