/** What an update would make, in words. Pure. */

import type { Words } from '#app/language/page-words.ts';
import { phrase } from '#app/language/phrase.ts';
import { spokenLength } from '#app/shell/length-words.ts';
import type { RedoKind, RedoLine } from '#jobs/story/storyboard/redo-plan.ts';
import type { RedoPlanView } from './storyboard-view';

/** How many there are of each. */
const COUNTS: Readonly<Record<RedoKind, string>> = {
  voice: phrase('{{count}} voices'),
  picture: phrase('{{count}} pictures'),
  stretch: phrase('{{count}} stretches of film'),
};

/** One of each, with its reason. */
const LINES: Readonly<Record<RedoKind, string>> = {
  voice: phrase('Scene {{number}}: voice, because {{reason}}'),
  picture: phrase('Scene {{number}}: picture, because {{reason}}'),
  stretch: phrase('Scene {{number}}: stretch of film, because {{reason}}'),
};

/** Such as `About 14 s and $0.04`. */
export function priceWords(
  { seconds, cost }: Pick<RedoPlanView, 'seconds' | 'cost'>,
  { t, told }: Pick<Words, 't' | 'told'>,
): string {
  const time = told(spokenLength(Math.max(1, seconds) * 1000));
  return cost === null
    ? t('About {{time}}, free', { time })
    : t('About {{time}} and {{cost}}', { time, cost: told(cost) });
}

/** Such as `2 voices, 1 picture, 3 stretches of film; 5 scenes stay`. */
export function planWords(
  { lines, staying, film }: Pick<RedoPlanView, 'lines' | 'staying' | 'film'>,
  { t }: Pick<Words, 't'>,
): string {
  const counted = (Object.keys(COUNTS) as RedoKind[]).flatMap((what) => {
    const count = lines.filter((line) => line.what === what).length;
    return count === 0 ? [] : [t(COUNTS[what], { count })];
  });
  const made =
    counted.length > 0
      ? counted.reduce((before, next) => t('{{before}}, {{next}}', { before, next }))
      : t(film ? 'only the sound and the end' : 'nothing to make');
  return staying === 0 ? made : t('{{made}}; {{count}} scenes stay', { made, count: staying });
}

/** Such as `Scene 3: picture, because its description changed`. */
export function lineWords(
  { what, position, reason }: RedoLine,
  { t, told }: Pick<Words, 't' | 'told'>,
): string {
  return t(LINES[what], { number: position + 1, reason: told(reason) });
}
