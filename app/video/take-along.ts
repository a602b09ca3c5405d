/** What of a video can be taken along to go on with it elsewhere. Pure. */

import { phrase } from '#app/language/phrase.ts';
import { fileStem } from '#jobs/story/handoff/file-stem.ts';
import { PROJECT_EXTENSION } from '#jobs/story/project/project-name.ts';
import type { Download } from './downloads';
import type { StatusView } from './status-view';

/** The project always; files and timelines once there is something to put into them. */
export function takeAlongOf({ id, title, storyboard }: StatusView): Download[] {
  const stem = fileStem(title);
  const { scenes } = storyboard;
  const isTimed = scenes.length > 0 && scenes.every(({ durationMs }) => durationMs !== null);
  const file = (label: string, note: string, url: string, fileName: string): Download => ({
    ...{ label, note, url, fileName },
  });
  return [
    file(
      phrase('Project'),
      phrase('to go on with it here or on another machine'),
      `/api/project?id=${id}`,
      `${stem}${PROJECT_EXTENSION}`,
    ),
    ...(scenes.length > 0
      ? [
          file(
            phrase('All files'),
            phrase('voices, pictures, music, captions and film in a zip, with timelines'),
            `/api/assets?id=${id}`,
            `${stem}-assets.zip`,
          ),
        ]
      : []),
    ...(isTimed
      ? [
          file(
            'OpenTimelineIO',
            phrase('a timeline for DaVinci Resolve and others; put it beside the unpacked files'),
            `/api/timeline?id=${id}&format=otio`,
            `${stem}.otio`,
          ),
          file(
            'Final Cut Pro XML',
            phrase('the same for Final Cut Pro'),
            `/api/timeline?id=${id}&format=fcpxml`,
            `${stem}.fcpxml`,
          ),
        ]
      : []),
  ];
}
