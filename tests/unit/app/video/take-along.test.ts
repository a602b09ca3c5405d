import { expect, it } from 'vitest';
import { statusView } from '#app/video/status-view.ts';
import { takeAlongOf } from '#app/video/take-along.ts';
import type { Video } from '#jobs/story/film/video.ts';
import { readyScene, sceneOf, videoOf } from '#tests/support/videos.ts';

const offered = (patch: Partial<Video>) =>
  takeAlongOf(statusView(videoOf({ title: 'Füchse & Co.', ...patch })));

it('offers what there is to take along, under names made of the title', () => {
  const { id } = videoOf();
  expect(
    offered({ scenes: [readyScene(0), readyScene(1)] }).map(({ url, fileName }) => [url, fileName]),
  ).toEqual([
    [`/api/project?id=${id}`, 'fuchse-co.storyshort.zip'],
    [`/api/assets?id=${id}`, 'fuchse-co-assets.zip'],
    [`/api/timeline?id=${id}&format=otio`, 'fuchse-co.otio'],
    [`/api/timeline?id=${id}&format=fcpxml`, 'fuchse-co.fcpxml'],
  ]);
});

it('offers no timeline while a voice is missing, and nothing but the project before there are scenes', () => {
  expect(offered({ scenes: [readyScene(0), sceneOf(1)] }).map(({ label }) => label)).toEqual([
    'Project',
    'All files',
  ]);
  expect(offered({ scenes: [] }).map(({ label }) => label)).toEqual(['Project']);
});
