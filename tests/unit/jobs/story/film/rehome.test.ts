import { describe, expect, it } from 'vitest';
import { filmHash, pictureHash, planVideo, segmentHash, voiceHash } from '#jobs/story/film/plan.ts';
import { rehome } from '#jobs/story/film/rehome.ts';
import type { Scene, Video } from '#jobs/story/film/video.ts';
import { planContextOf, sceneOf, videoOf } from '#tests/support/videos.ts';

const context = planContextOf();
const NEW = '00000000-0000-4000-8000-0000000000ff';

/** A film of which everything exists, under the names that the pipeline gives. */
function finished(): Video {
  const bare = videoOf({ status: 'completed', scenes: [sceneOf(0), sceneOf(1), sceneOf(2)] });
  const { id } = bare;
  const assets = bare.scenes.map((scene): Scene => {
    const voice = voiceHash(bare, scene, context);
    const picture = pictureHash(bare, scene, context);
    return {
      ...scene,
      ...{ voiceHash: voice, voiceKey: `${id}/voice-${voice}.wav`, durationMs: 2000 },
      words: [{ text: 'This', startMs: 100, endMs: 400 }],
      ...{ pictureHash: picture, pictureKey: `${id}/picture-${picture}.jpg` },
      pictureLayers: [{ key: `${id}/picture-${picture}.layer-0.webp`, depth: 0, life: 'still' }],
    };
  });
  const drawn = { ...bare, scenes: assets };
  const scenes = assets.map((scene, position) => {
    const segment = segmentHash(drawn, position, context);
    return { ...scene, segmentHash: segment, segmentKey: `${id}/segment-${segment}.ts` };
  });
  const whole = { ...drawn, scenes };
  const film = filmHash(whole, context);
  const keyOf = (kind: string, extension: string) => `${id}/${kind}-${film}.${extension}`;
  return {
    ...whole,
    filmHash: film,
    ...{ filmKey: keyOf('film', 'mp4'), audioKey: keyOf('audio', 'wav'), posterKey: keyOf('poster', 'jpg') },
    ...{ srtKey: keyOf('captions', 'srt'), vttKey: keyOf('captions', 'vtt') },
  };
}

const nothing = (video: Video) => ({
  script: false,
  scenes: video.scenes.map(() => ({ voice: false, picture: false, segment: false })),
  film: false,
});

/** All keys of a video, without the folder. */
function namesOf(video: Video): string[] {
  const { filmKey, audioKey, posterKey, srtKey, vttKey } = video;
  const scenes = video.scenes.flatMap(({ voiceKey, pictureKey, segmentKey, pictureLayers }) => [
    ...[voiceKey, pictureKey, segmentKey],
    ...(pictureLayers ?? []).map(({ key }) => key),
  ]);
  return [filmKey, audioKey, posterKey, srtKey, vttKey, ...scenes]
    .filter((key) => key !== null)
    .map((key) => key.slice(key.indexOf('/') + 1));
}

describe('a film under another id', () => {
  it('is a finished film: nothing is to be made', () => {
    expect(planVideo(finished(), context)).toEqual(nothing(finished()));
    // Its keys alone would not do: stretches of film are named by pictures’ keys.
    const { filmHash: _film, ...moved } = rehome(finished(), NEW, context).video;
    const old = finished();
    const scenes = moved.scenes.map((scene, at) => ({
      ...scene,
      segmentHash: old.scenes[at]?.segmentHash ?? null,
    }));
    const keysAlone = planVideo({ ...moved, scenes, filmHash: old.filmHash }, context);
    expect(keysAlone.scenes.every(({ segment }) => segment)).toBe(true);
    const { video } = rehome(finished(), NEW, context);
    expect(planVideo(video, context)).toEqual(nothing(video));
  });

  it('has its keys under the new id, where each old file has its new name', () => {
    const { video, nameOf } = rehome(finished(), NEW, context);
    expect(JSON.stringify(video)).not.toContain(finished().id);
    expect(namesOf(video)).toEqual(namesOf(finished()).map(nameOf));
    expect(new Set(namesOf(video)).size).toBe(new Set(namesOf(finished())).size);
    expect(video.filmKey).toBe(`${NEW}/film-${video.filmHash}.mp4`);
    expect(video.scenes[0]?.segmentKey).toBe(`${NEW}/segment-${video.scenes[0]?.segmentHash}.ts`);
    expect(nameOf('script-47c3e3f5430f1f3c8811497e.json')).toBe('script-47c3e3f5430f1f3c8811497e.json');
    const [first] = namesOf(finished());
    expect(nameOf(`${first}.w480.webp`)).toBe(`film-${video.filmHash}.mp4.w480.webp`);
  });

  it('comes back to what it was', () => {
    const there = rehome(finished(), NEW, context).video;
    expect(rehome(there, finished().id, context).video).toEqual(finished());
  });
});

describe('a video that is not finished', () => {
  const changed = (patch: Partial<Video>, scene?: Partial<Scene>): Video => {
    const video = { ...finished(), ...patch };
    return { ...video, scenes: video.scenes.map((each, at) => (at === 1 ? { ...each, ...scene } : each)) };
  };
  it.each([
    ['without a script', changed({ scenes: [], filmHash: null, filmKey: null })],
    ['with other words', changed({}, { narration: 'Another sentence.' })],
    ['with another picture to draw', changed({}, { imagePrompt: 'A bear.' })],
    ['without a picture', changed({}, { pictureKey: null, pictureHash: null, pictureLayers: null })],
    ['with another title', changed({ title: 'The Bear' })],
    ['without a film', changed({ filmHash: null, filmKey: null })],
    ['without a voice', changed({}, { voiceKey: null, voiceHash: null, words: null })],
  ])('has the same still to be made: %s', (_what, video) => {
    const plan = planVideo(video, context);
    expect(plan.film).toBe(true);
    expect(planVideo(rehome(video, NEW, context).video, context)).toEqual(plan);
  });

  it('has everything still to be made where other engines made it', () => {
    const other = { ...context, compositionVersion: 'c-2' };
    const moved = rehome(finished(), NEW, other).video;
    expect(planVideo(moved, other)).toEqual(planVideo(finished(), other));
    expect(moved.scenes[0]?.segmentKey).toBe(`${NEW}/segment-${finished().scenes[0]?.segmentHash}.ts`);
  });
});
