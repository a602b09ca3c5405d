/** When there is something new to see in a scene, besides what is still moving. Pure. */
import { captionPages } from '../captions/captions';
import type { FormatName, SceneProps } from '../contract/story-props';
import { messageTimes } from './chat/message-times';
import { iconGapMs } from './icon/icon-times';
import { kineticGrouping } from './words/kinetic';

/** Times in a scene, in order, ms on its own clock; the first is its beginning. */
export function changesIn({ shot, words, durationMs }: SceneProps, format: FormatName): number[] {
  const times = [0, ...(shot.framings ?? []).map(({ atMs }) => atMs)];
  const content = shot.form?.content;
  switch (content?.kind) {
    case 'words':
      // Each line comes with its first word.
      times.push(
        ...captionPages(words, kineticGrouping(format)).flatMap(({ lines }) =>
          lines.map((line) => line[0]?.startMs ?? 0),
        ),
      );
      break;
    case 'chat':
      times.push(...messageTimes(content.messages, words));
      break;
    case 'icon':
      times.push(...content.icons.map((_, at) => at * iconGapMs(durationMs, content.icons.length)));
      break;
    case 'place':
      if (content.to) times.push(2400);
      break;
  }
  return [...new Set(times)].filter((ms) => ms < durationMs).sort((a, b) => a - b);
}
