import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openInspector } from '#jobs/render/inspection/film-inspector.server.ts';
import type { CheckName, Finding } from '#jobs/story/film/checks/film-finding.ts';
import { judgeFilm } from '#jobs/story/film/checks/judge-film.ts';
import { CAPTION_STYLES } from '#remotion/contract/story-props.ts';
import { damagePacket, gained, type Plant, plantedFilm } from '#tests/support/planted/planted-film.ts';

const inspector = openInspector();
const { signal } = new AbortController();
afterAll(() => inspector.close());

/** What is found in a film that is made, perhaps damaged, and looked at. */
async function findingsIn(
  plant: Plant,
  damage: (file: string) => Promise<unknown> = async () => undefined,
): Promise<Finding[]> {
  const { file, film, remove } = await plantedFilm(plant);
  try {
    await damage(file);
    const measures = await inspector.inspect({ file, segments: film.segments }, signal);
    return judgeFilm(measures, film);
  } finally {
    await remove();
  }
}

const names = (findings: readonly Finding[]) => [...new Set(findings.map(({ check }) => check))];

/** Expects a finding of a kind, beginning within so many ms of a moment, and no other but those named. */
function expectFound(
  findings: readonly Finding[],
  check: CheckName,
  { atMs, within = 250, besides = [] }: { atMs: number; within?: number; besides?: CheckName[] },
): void {
  const found = findings.find((finding) => finding.check === check);
  expect(found, JSON.stringify(findings)).toBeDefined();
  expect(Math.abs((found?.atMs ?? Number.NaN) - atMs), JSON.stringify(found)).toBeLessThanOrEqual(within);
  expect(names(findings).filter((name) => name !== check && !besides.includes(name))).toEqual([]);
}

/** Frames of a second and a half from the middle of the film on. */
const isInMiddle = (frame: number) => frame >= 75 && frame < 120;

describe('a film as it should be', () => {
  it.each(CAPTION_STYLES)(
    'passes with nothing found, with captions in %s',
    { timeout: 120_000 },
    async (style) => {
      expect(await findingsIn({ captionStyle: style })).toEqual([]);
    },
  );
});

describe('a fault that was planted is found with its time', { timeout: 120_000 }, () => {
  it('a black stretch', async () => {
    const found = await findingsIn({
      paint: (context, frame) => {
        if (frame < 66 || frame >= 88) return;
        context.fillStyle = '#000000';
        context.fillRect(0, 0, 1080, 1920);
      },
    });
    expectFound(found, 'picture_black', { atMs: 2200 });
  });

  it('a frozen stretch', async () => {
    const found = await findingsIn({ frameShown: (frame) => (isInMiddle(frame) ? 75 : frame) });
    expectFound(found, 'picture_frozen', { atMs: 2500, besides: ['captions_misplaced', 'captions_faint'] });
  });

  it('silence where words are said', async () => {
    expectFound(await findingsIn({ sound: gained(-200, 2000, 4000) }), 'sound_silent', { atMs: 2000 });
  });

  it('clipped sound', async () => {
    const found = await findingsIn({ sound: gained(26, 2000, 4000) });
    expectFound(found, 'sound_clipped', { atMs: 2000, besides: ['loudness_off'] });
  });

  it('a wrong loudness', async () => {
    expectFound(await findingsIn({ sound: gained(-9, 0, 6000) }), 'loudness_off', { atMs: 0 });
  });

  it('missing last frames', async () => {
    expectFound(await findingsIn({ cut: 12 }), 'frames_missing', {
      atMs: 5600,
      besides: ['length_differs'],
    });
  });

  it('a damaged packet in the midst', async () => {
    let damagedMs = 0;
    const found = await findingsIn({}, async (file) => {
      damagedMs = await damagePacket(file, 3000);
    });
    expectFound(found, 'picture_damaged', {
      atMs: damagedMs,
      within: 800,
      besides: ['captions_faint', 'captions_misplaced', 'frames_missing', 'length_differs'],
    });
  });

  it('captions where phones draw their buttons', async () => {
    expectFound(await findingsIn({ captionsDown: 330 }), 'captions_outside', { atMs: 100 });
  });

  it('captions that stand elsewhere than they were drawn', async () => {
    expectFound(await findingsIn({ captionsDown: -300 }), 'captions_misplaced', { atMs: 100 });
  });

  it('captions over the eyes of a drawn figure', async () => {
    // Of the frame and its bleed: in the middle, where captions stand.
    const lids = { x: 0.48, y: 0.66, width: 0.04, height: 0.015 };
    const found = await findingsIn({
      scenes: ({ position }) =>
        position === 1
          ? { pictureLayers: [{ key: 'v/lids.webp', depth: 0.5, life: 'blink', box: lids }] }
          : {},
    });
    expectFound(found, 'captions_on_face', { atMs: 2800 });
  });

  it('captions of low contrast', async () => {
    const found = await findingsIn({
      captionStyle: 'subtle',
      isShadeless: true,
      paint: (context, frame) => {
        if (frame < 60 || frame >= 120) return;
        context.fillStyle = '#b9b4ab';
        context.fillRect(0, 1000, 1080, 800);
      },
    });
    expectFound(
      found.filter(({ scene }) => scene === 1),
      'captions_faint',
      { atMs: 2100, within: 600 },
    );
  });

  it('five flashes a second', async () => {
    const found = await findingsIn({
      paint: (context, frame) => {
        if (!isInMiddle(frame) || frame % 6 >= 3) return;
        context.fillStyle = '#e8e8e8';
        context.fillRect(0, 0, 1080, 900);
      },
    });
    expectFound(found, 'flashing', { atMs: 2500 });
  });

  it('flashes in red that are as light as what is between them', async () => {
    const found = await findingsIn({
      paint: (context, frame) => {
        if (!isInMiddle(frame)) return;
        context.fillStyle = frame % 6 < 3 ? '#ff0000' : '#7c7c7c';
        context.fillRect(0, 0, 1080, 900);
      },
    });
    expectFound(found, 'red_flashing', { atMs: 2500 });
  });

  it('three flashes a second are none too many', async () => {
    const found = await findingsIn({
      paint: (context, frame) => {
        if (!isInMiddle(frame) || frame % 10 >= 5) return;
        context.fillStyle = '#e8e8e8';
        context.fillRect(0, 0, 1080, 900);
      },
    });
    expect(names(found)).toEqual([]);
  });

  it('words that disagree with their times', async () => {
    const found = await findingsIn({
      scenes: ({ position, words }) => {
        if (position !== 1 || !words) return {};
        const [first, second, third, ...rest] = words;
        return first && second && third ? { words: [first, third, second, ...rest] } : {};
      },
    });
    expectFound(found, 'words_untimely', {
      atMs: 2000,
      within: 1200,
      besides: ['words_differ', 'captions_faint', 'captions_misplaced'],
    });
  });

  it('captions that go by too fast', async () => {
    const captions =
      'The whole old forest glowed in the light of his lantern for as long as the winter night lasted.';
    const found = await findingsIn({ scenes: ({ position }) => (position === 2 ? { captions } : {}) });
    expectFound(found, 'captions_too_fast', { atMs: 4100 });
  });

  it('a picture that was degraded', async () => {
    const error = {
      code: 'picture_refused',
      message: 'It was refused.',
      hint: 'Press Fix.',
      retryable: true,
    };
    const found = await findingsIn({ scenes: ({ position }) => (position === 1 ? { error } : {}) });
    expectFound(found, 'scene_degraded', { atMs: 2000 });
    expect(found[0]).toMatchObject({ scene: 1, message: 'It was refused.', hint: 'Press Fix.' });
  });

  it('a file that is no film', async () => {
    const file = join(tmpdir(), `storyshort-no-film-${process.pid}.mp4`);
    await writeFile(file, 'This is no film.');
    const { film, remove } = await plantedFilm();
    try {
      const measures = await inspector.inspect({ file, segments: film.segments }, signal);
      expect(names(judgeFilm(measures, film))).toEqual(['film_unreadable']);
    } finally {
      await Promise.all([remove(), rm(file, { force: true })]);
    }
  });

  it('nothing is measured for somebody who has gone', async () => {
    const gone = new AbortController();
    gone.abort(new Error('gone'));
    const { film, file, remove } = await plantedFilm();
    try {
      await expect(inspector.inspect({ file, segments: film.segments }, gone.signal)).rejects.toThrow('gone');
      const going = new AbortController();
      const looking = inspector.inspect({ file, segments: film.segments }, going.signal);
      going.abort(new Error('went away'));
      await expect(looking).rejects.toThrow('went away');
    } finally {
      await remove();
    }
  });
});
