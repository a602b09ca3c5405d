import { describe, expect, it } from 'vitest';
import { encodeWav } from '#jobs/sound/audio/wav.ts';
import { readSoundFile } from '#jobs/sound/files/sound-file.ts';
import { checkMusicSize, examineMusic, MAX_OWN_MUSIC_BYTES } from '#jobs/story/order/own-music.ts';

/** A silent mono WAV at 8 kHz. */
function wav(seconds: number): Uint8Array {
  return encodeWav({ sampleRate: 8000, channels: [new Float32Array(seconds * 8000)] });
}

/** The stream information of a FLAC of so many samples, with nothing after it. */
function flac(sampleRate: number, samples: number): Uint8Array {
  const bytes = new Uint8Array(42);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('fLaC'));
  view.setUint32(18, sampleRate << 12);
  view.setUint8(21, Math.floor(samples / 2 ** 32));
  view.setUint32(22, samples % 2 ** 32);
  return bytes;
}

/** MPEG-1 layer III frames of 128 kbit/s at 44.1 kHz behind an empty tag. */
function mp3(frames: number): Uint8Array {
  const length = 417;
  const bytes = new Uint8Array(10 + frames * length);
  bytes.set([0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, 0]);
  for (let frame = 0; frame < frames; frame++) bytes.set([0xff, 0xfb, 0x90, 0x00], 10 + frame * length);
  return bytes;
}

const codeOf = (bytes: Uint8Array) => {
  const examined = examineMusic(bytes);
  return 'code' in examined ? examined.code : examined.kind;
};

describe('a sound file', () => {
  it.each([
    ['WAV', wav(7), 'wav', 7000],
    ['FLAC', flac(48_000, 480_000), 'flac', 10_000],
    ['MP3', mp3(383), 'mp3', 10_005],
  ])('is known by its contents: %s', (_what, bytes, kind, durationMs) => {
    const file = readSoundFile(bytes);
    expect(file?.kind).toBe(kind);
    expect(Math.abs((file?.durationMs ?? 0) - durationMs)).toBeLessThan(5);
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['a text', new TextEncoder().encode('ID3 is what this text begins with, and no more.')],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
    ['a WAV without data', wav(1).slice(0, 36)],
    ['a FLAC cut short', flac(48_000, 480_000).slice(0, 20)],
    ['an MPEG-4 without a header', new TextEncoder().encode('\0\0\0\x10ftypM4A \0\0\0\0')],
    ['an Ogg of nothing', new TextEncoder().encode(`OggS${'\0'.repeat(60)}`)],
    ['a box that claims to be endless', new TextEncoder().encode('\0\0\0\x08ftyp\0\0\0\x02moov')],
    ['bytes that look like one frame', Uint8Array.of(0xff, 0xfb, 0x90, 0x00, 1, 2, 3)],
  ])('is not %s', (_what, bytes) => {
    expect(readSoundFile(bytes)).toBeNull();
  });
});

describe('music of one’s own', () => {
  it.each([
    ['seven seconds', wav(7), 'wav'],
    ['ten minutes', flac(48_000, 600 * 48_000), 'flac'],
    ['more than ten minutes', flac(48_000, 601 * 48_000), 'own_music_too_long'],
    ['a moment', wav(1), 'own_music_too_short'],
    ['no sound', new TextEncoder().encode('<html></html>'), 'own_music_unreadable'],
  ])('of %s', (_what, bytes, outcome) => {
    expect(codeOf(bytes)).toBe(outcome);
  });

  it('may have 20 MB', () => {
    expect(checkMusicSize(MAX_OWN_MUSIC_BYTES)).toBeNull();
    expect(checkMusicSize(MAX_OWN_MUSIC_BYTES + 1)?.code).toBe('own_music_too_large');
  });
});
