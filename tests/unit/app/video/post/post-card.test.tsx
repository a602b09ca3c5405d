import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { PostCard } from '#app/video/post/PostCard.tsx';
import { postView } from '#app/video/post/post-view.ts';
import { statusView } from '#app/video/status-view.ts';
import type { PostFile } from '#jobs/db/posts/post-files.server.ts';
import { coverKey } from '#jobs/story/post/covers/cover.ts';
import type { FilmFile } from '#jobs/story/post/film-file.ts';
import { postOf } from '#jobs/story/post/post.ts';
import { postedFilm } from '#jobs/story/post/posted-film.ts';
import type { Part, Provenance } from '#jobs/story/provenance/provenance-file.ts';
import { SOURCE_TYPES } from '#jobs/story/provenance/source-type.ts';
import type { ReadyPost } from '#jobs/work/posting/post-commands.server.ts';
import { readyScene, videoOf } from '#tests/support/videos.ts';

const HASH = '0123456789abcdef01234567';
const VIDEO = videoOf({
  ...{
    status: 'completed',
    filmKey: `v/film-${HASH}.mp4`,
    filmHash: HASH,
    durationMs: 34_000,
    title: 'The Fox',
  },
  scenes: [readyScene(0, { narration: 'A fox saw the moon.' }), readyScene(1)],
});
const { id } = VIDEO;
const FILM: FilmFile = {
  ...{ bytes: 6_000_000, durationMs: 34_000, width: 1080, height: 1920, framesPerSecond: 30 },
  ...{ videoCodec: 'h264', audioCodec: 'aac', videoKbps: 1300, audioKbps: 192 },
};
const COVERS = [
  { atMs: 4000, scene: 0, score: 0.8 },
  { atMs: 65_000, scene: 1, score: 0.7 },
];
const FILE: PostFile = {
  ...{ platform: 'reels', progress: 0, fileKey: null, bytes: null, unsigned: null, error: null },
};

const part = (patch: Partial<Part>): Part => ({
  ...{ what: 'picture', scene: 1, hash: null, by: 'engine', provider: 'builtin', model: 'm-1' },
  ...{ prompt: null, seed: null, licence: '', costUsd: 0, madeAt: null, sourceType: SOURCE_TYPES.rules },
  ...patch,
});
const PROVENANCE: Provenance = {
  ...{ format: 'storyshort-provenance', version: 1, title: 'The Fox' },
  film: {
    ...{ hash: HASH, finishedAt: null, isMadeWithAi: true, signedBy: null },
    sourceType: SOURCE_TYPES.partlyTrained,
  },
  parts: [
    part({}),
    part({ provider: 'openai', model: 'image-1' }),
    part({ provider: 'openai', model: 'image-1', scene: 2 }),
    part({ what: 'voice', provider: 'local', model: 'en_GB-alba' }),
    part({ what: 'music', by: 'author', provider: null, model: null }),
  ],
};

const ready = (patch: Partial<ReadyPost> = {}): ReadyPost => ({
  ...{
    post: postOf(postedFilm(VIDEO, PROVENANCE)),
    language: 'en',
    filmHash: HASH,
    filmKey: `v/film-${HASH}.mp4`,
  },
  ...{ posterKey: coverKey(id, HASH, { atMs: 4000 }), found: { film: FILM, covers: COVERS }, files: [] },
  ...patch,
});
const view = (patch: Partial<ReadyPost> = {}) => postView(id, ready(patch));
const cardOf = (patch: Partial<ReadyPost> = {}) =>
  renderToStaticMarkup(<PostCard status={statusView(VIDEO)} post={view(patch)} />);
const fileOn = (platform: string, patch: Partial<ReadyPost> = {}) =>
  view(patch).platforms.find((one) => one.platform === platform)?.file;

describe('what is ready to be posted', () => {
  it('names the models that made it, each once, and not the house’s own', () => {
    expect(view().description).toBe(
      'A fox saw the moon.\n\nMade in part with AI. (openai image-1, en_GB-alba)',
    );
  });

  it('has a text for each platform, and says how long it is', () => {
    const { platforms } = view();
    expect(platforms.map(({ label }) => label)).toEqual([
      ...['Instagram Reels', 'YouTube Shorts', 'YouTube', 'TikTok', 'X', 'LinkedIn'],
    ]);
    for (const { length, most } of platforms) expect(length).toBeLessThanOrEqual(most);
  });

  it('says of each platform what becomes of the file', () => {
    expect(fileOn('youtube')).toMatchObject({
      ...{ state: 'fits', url: `/media/v/film-${HASH}.mp4`, fileName: 'the-fox.mp4' },
      message: 'YouTube takes the film as it is (6 MB).',
    });
    expect(fileOn('reels')).toMatchObject({ state: 'to_make', url: null });
    const long = { film: { ...FILM, durationMs: 200_000 }, covers: [] };
    expect(fileOn('x', { found: long })).toMatchObject({ state: 'impossible', url: null });
    expect(fileOn('x', { found: null })).toMatchObject({ state: 'unknown', url: null });
    expect(fileOn('x', { found: { film: null, covers: [] } })).toMatchObject({ state: 'unknown' });
    expect(fileOn('x', { found: { film: null, covers: [] } })?.url).not.toBeNull();
  });

  it('tells how far a file is, what it became, and what kept it from being made', () => {
    expect(fileOn('reels', { files: [{ ...FILE, progress: 40 }] })).toMatchObject({
      state: 'making',
      progress: 40,
    });
    const made = { ...FILE, fileKey: `v/post-${HASH}-reels.mp4`, bytes: 4_000_000 };
    expect(fileOn('reels', { files: [made] })).toMatchObject({
      ...{ state: 'made', url: `/media/v/post-${HASH}-reels.mp4`, fileName: 'the-fox-reels.mp4' },
      message: 'Made for Instagram Reels (4 MB). It is signed anew, as the film is.',
    });
    const fault = { code: 'c', message: 'It is not signed.', hint: 'Take the film.', retryable: false };
    expect(fileOn('reels', { files: [{ ...made, unsigned: fault }] })?.message).toContain(
      'It is not signed.',
    );
    expect(fileOn('reels', { files: [{ ...FILE, error: fault }] })).toMatchObject({
      ...{ state: 'failed', url: null, message: 'It is not signed. Take the film.' },
    });
  });
});

describe('the card', () => {
  it('has each text with a button that copies it', () => {
    const card = cardOf();
    expect(card).toContain('Ready to post');
    expect(card.match(/<textarea/g)).toHaveLength(2);
    expect(card).toContain('Copy <span class="visually-hidden">Alt text</span>');
    expect(card).toMatch(/\d+ of 2200/);
    expect(card).toContain('lang="en" dir="ltr"');
  });

  it('has covers to choose and to take, and marks the poster', () => {
    const card = cardOf();
    expect(card).toContain(`/media/${coverKey(id, HASH, { atMs: 65_000 })}.w320.webp`);
    expect(card).toContain('name="atMs" value="65000"');
    expect(card.match(/name="intent" value="choose-cover"/g)).toHaveLength(1);
    expect(card.match(/> Poster</g)).toHaveLength(1);
    expect(card).toContain('download="the-fox-cover-2.jpg"');
    expect(card).toContain('Download the frame at </span><span class="figures">1:05</span>');
    expect(card).toContain('Use <span class="visually-hidden">the frame at 1:05 as poster</span>');
  });

  it('says that covers are being found, and that there are none', () => {
    expect(cardOf({ found: null })).toContain('best frames are being found');
    expect(cardOf({ found: { film: FILM, covers: [] } })).toContain('No frame of this film was found');
  });

  it('offers to make a file, and shows how far it is', () => {
    expect(cardOf()).toContain('Make the file for Instagram Reels');
    const making = cardOf({ files: [{ ...FILE, progress: 40 }] });
    expect(making).toContain('<progress max="100" value="40"');
    expect(making).not.toContain('Make the file');
    const error = { code: 'c', message: 'No.', hint: 'Again.', retryable: true };
    expect(cardOf({ files: [{ ...FILE, error }] })).toContain('Try again');
  });

  it('sets texts that run from right to left as they run', () => {
    expect(cardOf({ language: 'ar' })).toContain('lang="ar" dir="rtl"');
  });
});
