import { describe, expect, it } from 'vitest';
import {
  brokenAlways,
  brokenAtRest,
  brokenByStale,
  brokenFiles,
} from '#tests/tools/chaos/checks/broken-promises.ts';
import type { FileRecord, Records, VideoRecord } from '#tests/tools/chaos/checks/records.ts';

const NOW = Date.parse('2026-01-01T12:00:00Z');
const file = (hash = 'a', writtenMs = 1): FileRecord => ({ hash, bytes: 10, writtenMs });

function videoRecord(patch: Partial<VideoRecord> = {}): VideoRecord {
  return {
    id: 'v',
    status: 'completed',
    error: null,
    held: false,
    isDeleted: false,
    updatedAt: new Date(NOW),
    filmKeys: ['v/film', 'v/sound', 'v/poster', 'v/srt', 'v/vtt'],
    durationMs: 2000,
    scenes: [{ position: 0, keys: ['v/voice', 'v/picture', 'v/segment'], durationMs: 2000 }],
    events: [
      { from: null, to: 'pending' },
      { from: 'pending', to: 'script_generated' },
      { from: 'script_generated', to: 'assets_generated' },
      { from: 'assets_generated', to: 'rendering' },
      { from: 'rendering', to: 'completed' },
    ],
    versions: 1,
    jobs: [],
    ...patch,
  };
}

function recordsOf(patch: Partial<VideoRecord> = {}, more: Partial<Records> = {}): Records {
  const video = videoRecord(patch);
  const keys = [...video.filmKeys, ...video.scenes.flatMap((scene) => scene.keys)].filter(
    (key) => key !== null,
  );
  return { videos: [video], calls: [], files: new Map(keys.map((key) => [key, file()])), ...more };
}

const unfinished = {
  status: 'pending',
  events: [{ from: null, to: 'pending' }],
  scenes: [],
  filmKeys: [],
} as const;
const call = (state: string) => ({ videoId: 'v', asked: 'v picture 0 a b', state });

describe('the promises of chaos', () => {
  it('are kept by a film that is whole', () => {
    const records = recordsOf({}, { calls: [call('settled'), call('failed')] });
    expect([...brokenAlways(records, NOW), ...brokenAtRest(records)]).toEqual([]);
  });

  it.each<[string, Partial<VideoRecord>, RegExp]>([
    [
      'a way that there is not',
      {
        events: [
          { from: null, to: 'pending' },
          { from: 'pending', to: 'completed' },
        ],
      },
      /no way/,
    ],
    [
      'a way from elsewhere',
      {
        events: [
          { from: null, to: 'pending' },
          { from: 'rendering', to: 'completed' },
        ],
      },
      /and was pending/,
    ],
    ['two jobs', { jobs: ['active', 'created'] }, /has 2 jobs/],
    [
      'a failure without a reason',
      { status: 'failed', error: { code: 'x', message: '' } },
      /without a reason/,
    ],
    [
      'no job for over a minute',
      {
        ...unfinished,
        events: [...unfinished.events],
        scenes: [],
        filmKeys: [],
        updatedAt: new Date(NOW - 61_000),
      },
      /no job for a minute/,
    ],
  ])('are broken by %s', (_, patch, words) => {
    expect(brokenAlways(recordsOf(patch), NOW).join()).toMatch(words);
  });

  it('let a video be without a job for a moment, while it is held, and once it is deleted', () => {
    const old = new Date(NOW - 61_000);
    const waiting = { ...unfinished, events: [...unfinished.events], scenes: [], filmKeys: [] };
    for (const patch of [
      { updatedAt: new Date(NOW - 59_000) },
      { held: true, updatedAt: old },
      { isDeleted: true, updatedAt: old },
    ])
      expect(brokenAlways(recordsOf({ ...waiting, ...patch }), NOW)).toEqual([]);
  });

  it('are broken by a row whose file is not there, or empty', () => {
    const records = recordsOf();
    const empty = new Map([...records.files, ['v/film', { ...file(), bytes: 0 }]]);
    expect(brokenAlways({ ...records, files: empty }, NOW)).toEqual([
      'video v points at v/film, which is not there',
    ]);
  });

  it('are broken by a kept step that is made again, unless a worker came back that had begun it', () => {
    const twice = recordsOf({}, { calls: [call('settled'), call('settled')] });
    expect(brokenAlways(twice, NOW).join()).toMatch(/made 2 times/);
    expect(brokenAlways(twice, NOW, 1)).toEqual([]);
  });

  it.each<[string, Records, RegExp]>([
    ['unfinished work', recordsOf({ status: 'rendering', versions: 0 }), /is rendering at the end/],
    ['a job of nothing', recordsOf({ jobs: ['created'] }), /has a job/],
    [
      'a film without its poster',
      recordsOf({ filmKeys: ['v/film', 'v/sound', null, 'v/srt', 'v/vtt'] }),
      /lacks 1 files/,
    ],
    ['a film that was published twice', recordsOf({ versions: 2 }), /completed 1 times, with 2 films/],
    ['a call that nobody ended', recordsOf({}, { calls: [call('started')] }), /open at the end/],
    [
      'files of nobody',
      recordsOf({}, { files: new Map([...recordsOf().files, ['w/film', file()]]) }),
      /files of w/,
    ],
  ])('are broken at rest by %s', (_, records, words) => {
    expect(brokenAtRest(records).join()).toMatch(words);
  });

  it('know a file that is gone, is another, or was written again', () => {
    const before = new Map([
      ['v/a', file()],
      ['v/b', file()],
      ['v/c', file()],
      ['v/d', file()],
    ]);
    const after = new Map([
      ['v/b', file('other')],
      ['v/c', file('a', 2)],
      ['v/d', file()],
    ]);
    expect(brokenFiles(before, after)).toEqual([
      'v/a is gone',
      'v/b has other bytes than before',
      'v/c was made again',
    ]);
  });

  it('know what a stale attempt changed of a video, and let go what it left of a deleted one', () => {
    const film = recordsOf();
    const files = new Map([...film.files, ['gone/voice', file()]]);
    expect(brokenByStale({ ...film, files }, film)).toEqual([]);
    files.delete('v/film');
    expect(brokenByStale(film, { ...film, files })).toEqual(['v/film is gone']);
    expect(brokenByStale(film, { ...recordsOf({ durationMs: 1 }), files: film.files })).toEqual([
      'a stale attempt changed the row',
    ]);
  });
});
