/** What an update would make, in words. Pure. */
import type { RedoKind, RedoLine, RedoPlan } from '#jobs/story/storyboard/redo-plan.ts';

const NAMES: Record<RedoKind, [one: string, many: string]> = {
  voice: ['voice', 'voices'],
  picture: ['picture', 'pictures'],
  stretch: ['stretch of film', 'stretches of film'],
};

/** Such as `2 voices, 1 picture, 3 stretches of film; 5 scenes stay`. */
export function planWords({ lines, staying, film }: RedoPlan): string {
  const counted = (Object.keys(NAMES) as RedoKind[]).flatMap((what) => {
    const count = lines.filter((line) => line.what === what).length;
    return count === 0 ? [] : [`${count} ${NAMES[what][count === 1 ? 0 : 1]}`];
  });
  const made =
    counted.length > 0 ? counted.join(', ') : film ? 'only the sound and the end' : 'nothing to make';
  return staying === 0 ? made : `${made}; ${staying} ${staying === 1 ? 'scene stays' : 'scenes stay'}`;
}

/** Such as `Scene 3: its picture, because its description changed`. */
export function lineWords({ what, position, reason }: RedoLine): string {
  return `Scene ${position + 1}: ${NAMES[what][0]}, because ${reason}`;
}
