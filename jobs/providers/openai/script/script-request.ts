import type { Script, ScriptScene } from '#jobs/ports/engines.ts';
import type { CastMember, StyleBible } from '#jobs/providers/openai/picture/picture-prompt.ts';

export interface WrittenScene extends ScriptScene {
  /** What the picture shows, without the looks that `imagePrompt` carries for the picture model. */
  picture: string;
  /** Names of the cast who are in it. */
  characters: string[];
}

/** `Script` with what keeps the pictures alike; assignable to it. */
export interface WrittenScript extends Script {
  scenes: WrittenScene[];
  style: StyleBible;
  cast: CastMember[];
  /** `even` when the model's cuts did not add up to the author's text and were replaced. */
  cuts: 'model' | 'even' | 'written';
}
