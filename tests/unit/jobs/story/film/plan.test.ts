import { describe, expect, it } from 'vitest';
import { segmentPropsOf, storyPropsOf } from '#jobs/story/film/film-props.ts';
import { musicOf } from '#jobs/story/film/music/film-music.ts';
import {
  filmHash,
  type PlanContext,
  pictureHash,
  planVideo,
  segmentHash,
  speechEngine,
  voiceHash,
} from '#jobs/story/film/plan.ts';
import { type SceneLayer, sceneLayersSchema } from '#jobs/story/film/scene-layers.ts';
import type { Video } from '#jobs/story/film/video.ts';
import { videoOptionsSchema } from '#jobs/story/order/options.ts';
import { storyPropsSchema } from '#remotion/contract/story-props.ts';
import { planContextOf, readyScene, sceneOf, videoOf } from '#tests/support/videos.ts';

const engine = (model: string) => ({ name: 'builtin', model });
const context = planContextOf();

/** A video of which everything exists, made by the engines of `by`. */
function finished(by = context): Video {
  let video = videoOf({ scenes: [readyScene(0), readyScene(1), readyScene(2)] });
  const scenes = video.scenes.map((scene) => ({
    ...scene,
    voiceHash: voiceHash(video, scene, by),
    pictureHash: pictureHash(video, scene, by),
  }));
  video = { ...video, scenes };
  video = {
    ...video,
    scenes: video.scenes.map((scene) => ({
      ...scene,
      segmentHash: segmentHash(video, scene.position, by),
      segmentKey: `v/segment-${scene.position}.ts`,
    })),
  };
  return { ...video, filmHash: filmHash(video, by), filmKey: 'v/film.mp4' };
}

/** Which parts of which scenes are to be made, such as `1:picture`, and `film`. */
function todo(video: Video, by = context): string[] {
  const plan = planVideo(video, by);
  const parts = plan.scenes.flatMap((scene, position) =>
    (['voice', 'picture', 'segment'] as const)
      .filter((part) => scene[part])
      .map((part) => `${position}:${part}`),
  );
  return [...(plan.script ? ['script'] : []), ...parts, ...(plan.film ? ['film'] : [])];
}

/** The video with one scene changed. */
function withScene(video: Video, position: number, patch: Partial<Video['scenes'][number]>): Video {
  const scenes = video.scenes.map((scene) => (scene.position === position ? { ...scene, ...patch } : scene));
  return { ...video, scenes };
}

describe('the plan', () => {
  it('begins with the script', () => {
    expect(todo(videoOf())).toEqual(['script', 'film']);
  });

  it('wants everything of new scenes', () => {
    const video = videoOf({ scenes: [sceneOf(0), sceneOf(1)] });
    expect(todo(video)).toEqual([
      '0:voice',
      '0:picture',
      '0:segment',
      '1:voice',
      '1:picture',
      '1:segment',
      'film',
    ]);
  });

  it('wants nothing of a finished film', () => {
    expect(todo(finished())).toEqual([]);
  });

  it('redoes one scene’s voice, and what shows its words, when its narration changes', () => {
    expect(todo(withScene(finished(), 1, { narration: 'Another sentence.' }))).toEqual(['1:voice', 'film']);
  });

  it('redoes one scene’s picture when its prompt changes', () => {
    expect(todo(withScene(finished(), 1, { imagePrompt: 'A wolf.' }))).toEqual(['1:picture', 'film']);
  });

  it('redraws a new picture’s scene and the next one, whose transition shows it', () => {
    expect(todo(withScene(finished(), 1, { pictureKey: 'v/picture-new.jpg' }))).toEqual([
      '1:segment',
      '2:segment',
      'film',
    ]);
  });

  it('redraws the first scene alone when the title changes', () => {
    expect(todo({ ...finished(), title: 'Another Title' })).toEqual(['0:segment', 'film']);
  });

  it('redraws all scenes but speaks and paints none when the caption style changes', () => {
    const options = videoOptionsSchema.parse({ captions: 'karaoke' });
    expect(todo({ ...finished(), options })).toEqual(['0:segment', '1:segment', '2:segment', 'film']);
  });

  it('only mixes anew when the music changes', () => {
    const options = videoOptionsSchema.parse({ music: 'tense' });
    expect(todo({ ...finished(), options })).toEqual(['film']);
  });

  it('mixes anew with another file of the author’s own', () => {
    const withMusic = (letter: string) => {
      const ownMusic = { hash: letter.repeat(24), kind: 'mp3' };
      return videoOptionsSchema.parse({ music: 'own', ownMusic });
    };
    const first = { ...finished(), options: withMusic('a') };
    const made = { ...first, filmHash: filmHash(first, context) };
    expect(todo(made)).toEqual([]);
    expect(todo({ ...made, options: withMusic('b') })).toEqual(['film']);
  });

  it('speaks all anew when the pace or the language changes', () => {
    const voices = ['0:voice', '1:voice', '2:voice', 'film'];
    for (const change of [{ speed: 'slow' }, { language: 'es' }]) {
      const options = videoOptionsSchema.parse(change);
      expect(todo({ ...finished(), options }).filter((part) => !part.endsWith('segment'))).toEqual(voices);
    }
  });

  it('asks of the engine that speaks alone, and of none without a voice', () => {
    const newer = { ...context, engines: { ...context.engines, speech: engine('v-2') } };
    const silent = {
      ...videoOf({ scenes: [sceneOf(0)] }),
      options: videoOptionsSchema.parse({ voice: 'none' }),
    };
    const system = { ...silent, options: videoOptionsSchema.parse({ voice: 'espeak' }) };
    const withSystem = { ...newer, engines: { ...newer.engines, systemSpeech: engine('e-1') } };
    expect(speechEngine(silent.options, context)).toEqual(speechEngine(silent.options, newer));
    expect(speechEngine(system.options, withSystem)).toEqual(engine('e-1'));
    expect(speechEngine(system.options, newer)).toEqual(engine('v-2'));
  });

  it('redoes what a newer engine would make differently', () => {
    const newer = { ...context, engines: { ...context.engines, pictures: engine('p-2') } };
    expect(todo(finished(), newer)).toEqual(['0:picture', '1:picture', '2:picture', 'film']);
  });

  it('redraws all when the composition changes', () => {
    expect(todo(finished(), { ...context, compositionVersion: 'c-2' })).toHaveLength(4);
  });

  it('does not ask for the picture of a scene that was given up for a card', () => {
    const error = { code: 'x', message: 'Refused.', hint: 'Change it.', retryable: false };
    const video = withScene(finished(), 2, { pictureKey: null, pictureHash: null, error });
    expect(todo(video)).toEqual(['2:segment', 'film']);
  });
});

describe('the props of a scene', () => {
  const urlOf = (key: string) => `http://127.0.0.1/${key}`;

  it('name its own picture and the one before', () => {
    const props = segmentPropsOf(finished(), 1, urlOf);
    expect(props).toMatchObject({
      scene: { shot: { pictureUrl: 'http://127.0.0.1/v/picture-1.jpg' } },
      previousShot: { pictureUrl: 'http://127.0.0.1/v/picture-0.jpg' },
      title: null,
      isLast: false,
    });
  });

  it('carry the title first and the end last', () => {
    expect(segmentPropsOf(finished(), 0, urlOf)).toMatchObject({ title: 'The Fox', previousShot: null });
    expect(segmentPropsOf(finished(), 2, urlOf)).toMatchObject({ isLast: true });
    const carded = { ...finished(), options: { ...finished().options, endCard: 'Part two tomorrow' } };
    expect(segmentPropsOf(carded, 2, urlOf)).toMatchObject({ endCard: 'Part two tomorrow' });
    for (const plain of [segmentPropsOf(carded, 1, urlOf), segmentPropsOf(finished(), 2, urlOf)])
      expect(plain).not.toHaveProperty('endCard');
    expect(storyPropsOf(carded, urlOf)).toMatchObject({ endCard: 'Part two tomorrow' });
  });

  it('name the encoding in every scene alike, and the usual one in none', () => {
    const encodings = (options: object) =>
      [0, 1, 2].map(
        (position) =>
          segmentPropsOf({ ...finished(), options: videoOptionsSchema.parse(options) }, position, urlOf)
            ?.encoding,
      );
    expect(encodings({ encoding: 'draft' })).toEqual(['draft', 'draft', 'draft']);
    expect(encodings({ encoding: 'standard' })).toEqual(encodings({}));
    expect(segmentPropsOf(finished(), 1, urlOf)).not.toHaveProperty('encoding');
  });

  it('are not to be had before words and pictures are there', () => {
    expect(segmentPropsOf(withScene(finished(), 1, { words: null }), 1, urlOf)).toBeNull();
    expect(segmentPropsOf(withScene(finished(), 1, { pictureKey: null }), 1, urlOf)).toBeNull();
    expect(segmentPropsOf(withScene(finished(), 0, { pictureKey: null }), 1, urlOf)).toBeNull();
    expect(segmentPropsOf(finished(), 9, urlOf)).toBeNull();
  });

  it('show a plain card where a picture was given up', () => {
    const error = { code: 'x', message: 'Refused.', hint: 'Change it.', retryable: false };
    const video = withScene(finished(), 1, { pictureKey: null, error });
    expect(storyPropsOf(video, urlOf)?.scenes[1]?.shot.pictureUrl).toBeNull();
  });

  it('make up the whole film for the player', () => {
    expect(storyPropsOf(finished(), urlOf)?.scenes).toHaveLength(3);
    expect(storyPropsOf(withScene(finished(), 1, { words: null }), urlOf)).toBeNull();
    expect(storyPropsOf(videoOf(), urlOf)).toBeNull();
  });
});

describe('the music', () => {
  it.each([
    ['auto', 'sad', 'sad'],
    ['auto', null, 'calm'],
    ['auto', 'no mood of ours', 'calm'],
    ['none', 'sad', null],
    ['tense', 'sad', 'tense'],
  ] as const)('for the choice %s and the mood %s is %s', (music, mood, expected) => {
    expect(musicOf(videoOf({ options: videoOptionsSchema.parse({ music }), mood }))).toBe(expected);
  });
});

describe('what a film asks of connected services', () => {
  const service: PlanContext = {
    ...context,
    speechIn: ({ serviceVoice = 'usual', voiceTone = '' }) => engine(`v-1-${serviceVoice}${voiceTone}`),
    picturesIn: ({ quality = 'medium' }) => engine(`p-1-${quality}`),
  };
  const asking = (options: Record<string, unknown>) => {
    const video = finished(service);
    return todo({ ...video, options: { ...video.options, ...options } }, service);
  };

  it('is made anew alone: another voice or tone is spoken, no picture is drawn', () => {
    const spoken = ['0:voice', '1:voice', '2:voice', 'film'];
    expect(todo(finished(service), service)).toEqual([]);
    expect(asking({ serviceVoice: 'nova' })).toEqual(spoken);
    expect(asking({ voiceTone: 'Softly.' })).toEqual(spoken);
  });

  it('is made anew alone: in another quality, no voice is spoken', () => {
    expect(asking({ quality: 'high' })).toEqual(['0:picture', '1:picture', '2:picture', 'film']);
    expect(asking({ quality: 'medium' })).toEqual([]);
  });

  it('stands where it names what the operator’s setting was', () => {
    expect(asking({ serviceVoice: 'usual' })).toEqual([]);
  });
});

describe('a picture in layers', () => {
  const box = { x: 0, y: 0.25, width: 1, height: 0.5 };
  const pictureLayers: SceneLayer[] = [
    { key: 'v/picture-1.layer-0.webp', depth: 0, life: 'still', box },
    { key: 'v/picture-1.layer-1.webp', depth: 0.9, life: 'snow' },
  ];
  const layered = () => withScene(finished(), 1, { pictureLayers });
  const urlOf = (key: string) => `http://film/${key}`;

  it('is drawn in layers by the film, in its scene and in the transition that leaves it', () => {
    const layers = [
      { url: 'http://film/v/picture-1.layer-0.webp', depth: 0, life: 'still', box },
      { url: 'http://film/v/picture-1.layer-1.webp', depth: 0.9, life: 'snow' },
    ];
    const pictureUrl = 'http://film/v/picture-1.jpg';
    expect(segmentPropsOf(layered(), 1, urlOf)?.scene.shot).toMatchObject({ pictureUrl, layers });
    expect(segmentPropsOf(layered(), 2, urlOf)?.previousShot).toMatchObject({ pictureUrl, layers });
    const story = storyPropsOf(layered(), urlOf);
    expect(story?.scenes[1]?.shot.layers).toEqual(layers);
    expect(storyPropsSchema.safeParse(story).success).toBe(true);
  });

  it('is drawn flat where there are none', () => {
    expect(segmentPropsOf(finished(), 1, urlOf)?.scene.shot).toEqual({
      pictureUrl: 'http://film/v/picture-1.jpg',
      seed: 101,
    });
  });

  it('redraws what shows it when its layers are new', () => {
    expect(todo(layered())).toEqual(['1:segment', '2:segment', 'film']);
  });

  it('is kept as what the film can draw', () => {
    expect(sceneLayersSchema.parse(JSON.parse(JSON.stringify(pictureLayers)))).toEqual(pictureLayers);
    for (const wrong of [[], [{ depth: 0, life: 'still' }], [{ key: 'k', depth: 2, life: 'still' }]]) {
      expect(sceneLayersSchema.safeParse(wrong).success).toBe(false);
    }
  });
});
