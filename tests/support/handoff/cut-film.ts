/** A film of all kinds of scenes, with its files, to be cut for editors. */
import { DRAWN } from '#jobs/story/film/scene-content.ts';
import type { Scene, Video } from '#jobs/story/film/video.ts';
import { cutOf } from '#jobs/story/handoff/cut.ts';
import { filmAssets } from '#jobs/story/handoff/film-assets.ts';
import { videoOptionsSchema } from '#jobs/story/order/options.ts';
import { musicKeyOf } from '#jobs/story/project/project-of.ts';
import { readyScene, videoOf } from '#tests/support/videos.ts';
import { testContext } from './test-context';

const CLIP = '00000000000000000000c11b';
const ID = '00000000-0000-4000-8000-000000000001';

const scene = (position: number, patch: Partial<Scene>): Scene =>
  readyScene(position, {
    voiceKey: `${ID}/voice-${position}.wav`,
    pictureKey: `${ID}/picture-${position}.jpg`,
    ...patch,
  });

/** Scenes of 61, 75, 100 and 60 frames: a picture, a clip heard in the voice's place, a card of words, a picture. */
export function cutFilm(patch: Partial<Video['options']> = {}): Video {
  return videoOf({
    title: 'Fox & “Friend” <3',
    options: { ...videoOptionsSchema.parse({}), ...patch },
    filmKey: `${ID}/film-1.mp4`,
    scenes: [
      scene(0, { durationMs: 2010 }),
      scene(1, {
        durationMs: 2000,
        pauseMs: 500,
        pictureKey: `${ID}/clip-1.jpg`,
        picture: {
          ...{ from: 'clip', hash: CLIP, durationMs: 1500, startMs: 500 },
          ...{ sound: 'instead', hasSound: true, focus: { x: 0.5, y: 0.5 } },
        },
      }),
      scene(2, { durationMs: 3333, picture: { from: 'none' }, pictureKey: null }),
      scene(3, { durationMs: 2000, picture: DRAWN }),
    ],
  });
}

const STORED = [
  ...[0, 1, 2, 3].map((at) => `voice-${at}.wav`),
  ...[0, 3].map((at) => `picture-${at}.jpg`),
  ...['clip-1.jpg', 'clip-1.mp4', 'clip-1.wav', `upload-${CLIP}.mov`, 'film-1.mp4'],
];

/** How the film is cut. Voices last 1.7 s, the music 2 s. */
export function filmCut(video: Video = cutFilm()) {
  const music = musicKeyOf(video, testContext);
  const stored = new Set([...STORED, ...(music ? [music.slice(ID.length + 1)] : [])]);
  const assets = filmAssets(video, stored, testContext);
  const lengths = new Map([
    ...[1, 2, 3, 4].map((at): [string, number] => [`0${at}-voice.wav`, 1700]),
    ['music.wav', 2000],
    ['02-clip.mp4', 1500],
    ['02-clip.wav', 1500],
  ]);
  return { assets, cut: cutOf(video, assets, lengths) };
}
