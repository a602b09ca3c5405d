import { describe, expect, it } from 'vitest';
import { voiceHash } from '#jobs/story/film/plan.ts';
import type { SceneTouches } from '#jobs/story/film/scene-content.ts';
import { turnsOf } from '#jobs/story/film/speakers/turns.ts';
import type { Video } from '#jobs/story/film/video.ts';
import { videoOptionsSchema } from '#jobs/story/order/options.ts';
import type { SpeakerVoice } from '#jobs/story/order/voice/speaker-voice.ts';
import { planContextOf, sceneOf, videoOf } from '#tests/support/videos.ts';

const NARRATIONS = [
  'The old keeper lit his pipe. “You came late,” he said.',
  '“I came when the lamp went out,” said the girl. “So did I,” said the keeper.',
  'Nobody spoke after that.',
];
const KEEPER: SpeakerVoice = { name: 'old keeper', voice: { voice: 'awb' } };
const GIRL: SpeakerVoice = { name: 'girl', voice: { voice: 'slt' } };

function film(speakers: SpeakerVoice[], touches: Partial<SceneTouches>[] = []): Video {
  const options = videoOptionsSchema.parse({ style: 'papercut', speakers });
  const scenes = NARRATIONS.map((narration, at) => sceneOf(at, { narration, ...touches[at] }));
  return videoOf({ options, scenes });
}
const turns = (video: Video) => video.scenes.map((scene) => turnsOf(video, scene));
const voices = (video: Video) =>
  turns(video).map((each) => each?.map(({ voice }) => voice?.voice ?? null) ?? null);

describe('a scene in turns', () => {
  it('is said by those who say its lines, as the film has voices for them', () => {
    const video = film([KEEPER, GIRL]);
    expect(voices(video)).toEqual([[null, 'awb', null], ['slt', null, 'awb', null], null]);
    expect(turns(video)[0]?.map(({ text }) => text)).toEqual([
      'The old keeper lit his pipe.',
      '“You came late,”',
      'he said.',
    ]);
  });

  it('loses no word of it', () => {
    const video = film([KEEPER, GIRL]);
    for (const [at, each] of turns(video).entries()) {
      if (each) expect(each.map(({ text }) => text).join(' ')).toBe(NARRATIONS[at]);
    }
  });

  it('is one turn where nobody of it has a voice, or the film has none for anybody', () => {
    expect(voices(film([GIRL]))[0]).toBeNull();
    expect(turns(film([]))).toEqual([null, null, null]);
  });

  it('goes by the scene’s own voice for quoted lines before that', () => {
    const video = film([KEEPER, GIRL], [{ quoteVoice: { voice: 'rms' } }]);
    expect(voices(video)[0]).toContain('rms');
    expect(voices(video)[0]).not.toContain('awb');
  });

  it('is told by the scene’s own voice around them', () => {
    const video = film([KEEPER], [{ voice: { voice: 'slt' } }]);
    expect(voices(video)[0]).toEqual(['slt', 'awb', 'slt']);
  });
});

describe('the name of a voice', () => {
  const context = planContextOf();
  const names = (video: Video) => video.scenes.map((scene) => voiceHash(video, scene, context));

  it('is another one only in the scenes in which somebody speaks otherwise', () => {
    const [before, after] = [names(film([])), names(film([GIRL]))];
    expect(after.map((name, at) => name === before[at])).toEqual([true, false, true]);
  });

  it('is that of before in a film without voices for its speakers', () => {
    const video = film([]);
    const { speakers: _none, ...options } = video.options;
    expect(names({ ...video, options })).toEqual(names(video));
  });
});
