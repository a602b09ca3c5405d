/** What an update would make, in words. Pure. */
import { spokenLength } from '#app/shell/length-words.ts';
import type { RedoKind, RedoLine } from '#jobs/story/storyboard/redo-plan.ts';
import type { RedoPlanView } from './storyboard-view';

const NAMES: Record<RedoKind, [one: string, many: string]> = {
  voice: ['voice', 'voices'],
  picture: ['picture', 'pictures'],
  stretch: ['stretch of film', 'stretches of film'],
};

/** Such as `About 14 s and $0.04`. */
export function priceWords({ seconds, cost }: Pick<RedoPlanView, 'seconds' | 'cost'>): string {
  const time = `About ${spokenLength(Math.max(1, seconds) * 1000)}`;
  return cost === null ? `${time}, free` : `${time} and ${cost}`;
}

/** Such as `2 voices, 1 picture, 3 stretches of film; 5 scenes stay`. */
export function planWords({
  lines,
  staying,
  film,
}: Pick<RedoPlanView, 'lines' | 'staying' | 'film'>): string {
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
