import { describe, expect, it } from 'vitest';
import { musicBed } from '#jobs/story/film/music/music-bed.ts';
import { pictureHash, voiceHash } from '#jobs/story/film/plan.ts';
import type { Scene, Video } from '#jobs/story/film/video.ts';
import type { Origin } from '#jobs/story/project/project-file.ts';
import { filmClaim } from '#jobs/story/provenance/film-claim.ts';
import { provenanceOf } from '#jobs/story/provenance/provenance.ts';
import { provenanceSchema } from '#jobs/story/provenance/provenance-file.ts';
import { filmSourceType, type PartType, SOURCE_TYPES } from '#jobs/story/provenance/source-type.ts';
import { planContextOf, readyScene, videoOf } from '#tests/support/videos.ts';

const { trained, rules, partlyTrained, partlyRules, brought } = SOURCE_TYPES;
const context = planContextOf();
const HASH = 'a'.repeat(24);
const madeAt = '2026-06-01T12:00:00.000Z';
const focus = { x: 0.5, y: 0.5 };

const MODEL: Origin = { engine: 'openai', model: 'image-1', madeAt, costUsd: 0.04 };
const FLITE: Origin = { engine: 'builtin', model: 'flite-2', madeAt, costUsd: 0 };

/** A finished film of two scenes, each holding what its plan wants. */
function filmOf(
  patch: Partial<Video> = {},
  ofScene: (position: number) => Partial<Scene> = () => ({}),
): Video {
  const video = videoOf({
    ...{
      scenes: [readyScene(0, ofScene(0)), readyScene(1, ofScene(1))],
      filmHash: HASH,
      status: 'completed',
    },
    ...{ completedAt: new Date(madeAt), ...patch },
  });
  const scenes = video.scenes.map((scene) => ({
    ...scene,
    voiceHash: scene.voiceHash ?? voiceHash(video, scene, context),
    pictureHash: scene.pictureHash ?? pictureHash(video, scene, context),
  }));
  return { ...video, scenes };
}

function toldOf(
  video: Video,
  origins: [string | null | undefined, Origin][] = [],
  scriptOrigin: Origin | null = null,
) {
  const known = new Map(origins.flatMap(([hash, origin]) => (hash ? [[hash, origin] as const] : [])));
  const keptAt = () => new Date(madeAt);
  return provenanceOf({ video, context, origins: known, scriptOrigin, keptAt }, null);
}

describe('where a film comes from', () => {
  it('is told of every part, with what was asked for and what it cost', () => {
    const video = filmOf();
    const [first, second] = video.scenes;
    const told = toldOf(
      video,
      [
        [first?.voiceHash, FLITE],
        [second?.voiceHash, FLITE],
        [first?.pictureHash, MODEL],
        [second?.pictureHash, { ...MODEL, costUsd: 0.08 }],
      ],
      { ...MODEL, model: 'text-1', costUsd: 0.01 },
    );
    expect(provenanceSchema.parse(told)).toEqual(told);
    expect(told.parts.map(({ what, scene, provider, costUsd }) => [what, scene, provider, costUsd])).toEqual([
      ['script', null, 'openai', 0.01],
      ['voice', 1, 'builtin', 0],
      ['picture', 1, 'openai', 0.04],
      ['voice', 2, 'builtin', 0],
      ['picture', 2, 'openai', 0.08],
      ['music', null, 'builtin', null],
    ]);
    expect(told.parts[0]).toMatchObject({ prompt: 'This is a story.', sourceType: null });
    expect(told.parts[2]).toMatchObject({
      ...{
        prompt: 'A fox in a meadow, picture 0.',
        seed: 100,
        model: 'image-1',
        madeAt,
        sourceType: trained,
      },
      licence: expect.stringContaining('terms of the server'),
    });
    const bed = musicBed(video, 'calm', context);
    expect(told.parts[5]).toMatchObject({ prompt: 'calm', seed: bed?.seed, hash: bed?.inputHash, madeAt });
    // Composed music does not change what a film is.
    expect(told.film).toMatchObject({ sourceType: trained, isMadeWithAi: true });
  });

  it('is told of a copy by the engines that its names tell, for no price', () => {
    const told = toldOf(filmOf());
    const voice = told.parts.find(({ what }) => what === 'voice');
    expect(voice).toMatchObject({ provider: 'builtin', model: 'v-1', costUsd: null, madeAt });
    expect(told.film.sourceType).toBe(partlyTrained);
  });

  it('is not guessed where nobody wrote it down, and counts as a model’s', () => {
    const told = toldOf(filmOf({}, () => ({ pictureHash: HASH })));
    const picture = told.parts.find(({ what }) => what === 'picture');
    expect(picture).toMatchObject({ provider: null, model: null, sourceType: trained });
    expect(picture?.licence).toContain('Not known');
  });

  it('names what its author brought along, and says nothing of its kind', () => {
    const told = toldOf(
      filmOf({}, (position) => ({
        recording: { hash: HASH, kind: 'wav', durationMs: 900 },
        ...(position === 0 && { picture: { from: 'own', hash: HASH, width: 9, height: 16, focus } }),
      })),
    );
    expect(told.parts.filter(({ by }) => by === 'author').map(({ what, scene }) => [what, scene])).toEqual([
      ['voice', 1],
      ['picture', 1],
      ['voice', 2],
    ]);
    expect(told.parts.find(({ by }) => by === 'author')).toMatchObject({
      hash: HASH,
      sourceType: null,
      prompt: null,
    });
    expect(told.film).toMatchObject({ sourceType: partlyRules, isMadeWithAi: false });
  });

  it('tells a still and its movement apart', () => {
    const video = filmOf({}, (position) => (position === 0 ? { pictureHash: HASH } : {}));
    const first = video.scenes[0];
    const still = first && pictureHash(video, first, context);
    const told = toldOf(video, [
      [HASH, { ...MODEL, engine: 'motion', model: 'clip-1' }],
      [still, MODEL],
    ]);
    const seen = told.parts.filter(({ scene, what }) => scene === 1 && what !== 'voice');
    expect(seen.map(({ what, hash, model }) => [what, hash, model])).toEqual([
      ['picture', still, 'image-1'],
      ['motion', HASH, 'clip-1'],
    ]);
  });

  it('has no voice in a film that is read', () => {
    const silent = filmOf({ options: { ...videoOf().options, voice: 'none', music: 'none' } });
    expect(toldOf(silent).parts.map(({ what }) => what)).toEqual(['script', 'picture', 'picture']);
    expect(toldOf(silent).film.sourceType).toBe(rules);
  });

  it('is short before there is a script', () => {
    expect(toldOf(videoOf()).parts).toEqual([]);
  });
});

it.each<[PartType[], string]>([
  [[trained, trained], trained],
  [[trained, rules], partlyTrained],
  [[trained, null], partlyTrained],
  [[rules, rules], rules],
  [[], rules],
  [[rules, null], partlyRules],
  [[null, null], brought],
])('parts that are %j make a whole that is %s', (parts, whole) => {
  expect(filmSourceType(parts)).toBe(whole);
});

it('lets a film say nothing that is its author’s alone', () => {
  const video = filmOf({ story: 'A secret story.', title: 'A secret title' }, (position) => ({
    narration: `Secret words ${position}.`,
    imagePrompt: `A secret picture ${position}.`,
    ...(position === 1 && { recording: { hash: HASH, kind: 'wav' as const, durationMs: 900 } }),
  }));
  const claim = filmClaim(toldOf(video, [[video.scenes[0]?.pictureHash, MODEL]]));
  expect(JSON.stringify(claim)).not.toMatch(/secret/i);
  expect(claim.brought).toEqual(['The author’s voice of scene 2']);
  expect(claim.engines).toContainEqual({
    makes: 'picture',
    name: 'openai',
    model: 'image-1',
    sourceType: trained,
  });
  // Each engine once, however many scenes it made.
  expect(new Set(claim.engines.map((engine) => JSON.stringify(engine))).size).toBe(claim.engines.length);
});
