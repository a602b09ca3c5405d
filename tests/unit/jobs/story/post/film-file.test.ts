import { describe, expect, it } from 'vitest';
import { type FilmFile, fileFit, fileSize } from '#jobs/story/post/film-file.ts';
import { PLATFORM_NAMES, type PlatformName } from '#jobs/story/post/platforms.ts';

/** As films of this house are. */
const file = (patch: Partial<FilmFile> = {}): FilmFile => ({
  ...{ bytes: 6_000_000, durationMs: 34_000, width: 1080, height: 1920, framesPerSecond: 30 },
  ...{ videoCodec: 'h264', audioCodec: 'aac', videoKbps: 1300, audioKbps: 192 },
  ...patch,
});
const kindOf = (name: PlatformName, patch: Partial<FilmFile> = {}) => fileFit(file(patch), name).kind;

describe('a film’s file', () => {
  it('is taken as it is where it fits', () => {
    expect(PLATFORM_NAMES.map((name) => [name, kindOf(name)])).toEqual([
      ['reels', 'remade'],
      ['shorts', 'fits'],
      ['youtube', 'fits'],
      ['tiktok', 'fits'],
      ['x', 'remade'],
      ['linkedin', 'fits'],
    ]);
  });

  it('keeps its picture where its sound alone has too many bits', () => {
    expect(fileFit(file(), 'reels')).toEqual({
      kind: 'remade',
      how: { picture: null, soundKbps: 128 },
      why: ['its sound has 192 kbit/s, and Instagram Reels takes 128'],
    });
    expect(kindOf('reels', { audioKbps: 131 })).toBe('fits');
    expect(kindOf('reels', { audioCodec: null, audioKbps: null })).toBe('fits');
  });

  it.each([
    [
      { width: 1080, height: 1920 },
      { width: 720, height: 1280 },
    ],
    [
      { width: 1920, height: 1080 },
      { width: 1280, height: 720 },
    ],
    [
      { width: 1080, height: 1080 },
      { width: 1024, height: 1024 },
    ],
  ])('is made smaller for X: %o', (size, smaller) => {
    const fit = fileFit(file(size), 'x');
    expect(fit.kind === 'remade' && fit.how.picture).toMatchObject(smaller);
  });

  it('keeps its shape to within two pixels, both even', () => {
    for (let width = 300; width < 3000; width += 37) {
      const fit = fileFit(file({ width, height: 1920 }), 'x');
      if (fit.kind !== 'remade' || !fit.how.picture) continue;
      const { width: across, height: along } = fit.how.picture;
      expect([across % 2, along % 2]).toEqual([0, 0]);
      expect(Math.abs(across - (width * along) / 1920)).toBeLessThan(3);
    }
  });

  it('gets as many bits as there is room for, and no more', () => {
    const fit = fileFit(file({ bytes: 900_000_000, durationMs: 600_000, videoKbps: 11_800 }), 'reels');
    const picture = fit.kind === 'remade' ? fit.how.picture : null;
    expect(picture?.kbps).toBeGreaterThan(3000);
    expect(((picture?.kbps ?? 0) + 128) * 600 * 125).toBeLessThan(300_000_000);
  });

  it.each([
    ['x', { durationMs: 141_000 }, 'X takes films of up to 2 min 20 s, and this one lasts 2 min 21 s.'],
    [
      'shorts',
      { durationMs: 200_000 },
      'YouTube Shorts takes films of up to 3 min, and this one lasts 3 min 20 s.',
    ],
    [
      'reels',
      { durationMs: 2000 },
      'Instagram Reels takes no film shorter than 3 s, and this one lasts 2 s.',
    ],
    ['shorts', { width: 1920, height: 1080 }, 'taller than wide, or square; this one is 1920 × 1080'],
    ['linkedin', { width: 3000, height: 1000 }, 'this one is 3000 × 1000'],
    ['tiktok', { width: 202, height: 360 }, 'TikTok takes no picture smaller than 360 px'],
  ] as const)('that nothing mends is said so plainly: %s', (name, patch, message) => {
    const fit = fileFit(file(patch), name);
    expect(fit.kind === 'impossible' && fit.message).toContain(message);
    expect(fit.kind === 'impossible' && fit.hint.length).toBeGreaterThan(20);
  });

  it('of another kind is encoded as platforms take it', () => {
    expect(fileFit(file({ videoCodec: 'prores', audioCodec: 'pcm_s16le' }), 'linkedin')).toMatchObject({
      kind: 'remade',
      how: { soundKbps: 128, picture: { width: 1080, height: 1920, framesPerSecond: null } },
      why: ['its picture is encoded as prores', 'its sound is encoded as pcm_s16le'],
    });
    expect(fileFit(file({ framesPerSecond: 12 }), 'tiktok')).toMatchObject({
      how: { picture: { framesPerSecond: 30 } },
    });
  });

  it('has a size that people read', () => {
    expect([400, 12_345, 4_250_000, 3_000_000_000].map(fileSize)).toEqual([
      '1 kB',
      '12 kB',
      '4.3 MB',
      '3 GB',
    ]);
  });
});
