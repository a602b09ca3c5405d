/** What a picture is made from: its scene, the looks of those who are in it, and the look of the whole film. */
import { CAST_HEADING } from '#jobs/story/film/picture-cast.ts';

/** Who appears in the story, with a look that stays the same in every scene. */
export interface CastMember {
  name: string;
  /** Kind, age, build, hair or fur, clothes and their colours. */
  look: string;
}

/** What all pictures of the film share. */
export interface StyleBible {
  /** World and time that the story takes place in. */
  world: string;
  palette: string;
  light: string;
}

/**
 * A prompt that is complete in itself. The scene comes first, alone in its paragraph, so that whoever needs
 * only what is seen (the built-in studio, a person editing it) finds it with `sceneOfPrompt`.
 */
export function composePrompt(scene: string, cast: readonly CastMember[], bible: StyleBible): string {
  const people = cast.map(({ name, look }) => `${oneLine(name)}: ${withStop(look)}`);
  return [
    oneLine(scene),
    people.length > 0 ? `${CAST_HEADING} ${people.join(' ')}` : '',
    `World: ${withStop(bible.world)} Colours: ${withStop(bible.palette)} Light: ${withStop(bible.light)}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** The same prompt with another scene, for one whose scene was softened or rewritten. */
export function withScene(prompt: string, scene: string): string {
  return [oneLine(scene), ...prompt.split('\n\n').slice(1)].join('\n\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function withStop(text: string): string {
  const line = oneLine(text);
  return /[.!?。]$/.test(line) ? line : `${line}.`;
}
