import { describe, expect, it, vi } from 'vitest';
import { ProviderFault } from '#jobs/ports/calls/provider-fault.ts';
import { concernsDisk, diskFault, diskFaultOfWords, writingToDisk } from '#jobs/ports/disk-fault.ts';
import { ffmpegFault } from '#jobs/render/ffmpeg/ffmpeg.server.ts';
import { renderFault } from '#jobs/render/render-fault.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import { diskNews, readDisk } from '#jobs/work/health.server.ts';

const failing = (code: string) =>
  Object.assign(new Error(`${code}: it failed, write '/secret/folder'`), { code });

describe('what an error says of the disk', () => {
  it.each([
    ['ENOSPC', 'disk_full'],
    ['EDQUOT', 'disk_full'],
    ['53100', 'disk_full'],
    ['EROFS', 'disk_read_only'],
    ['EACCES', null],
    ['ENOENT', null],
    ['53200', null],
  ])('%s is %s', (code, expected) => {
    const fault = diskFault(failing(code));
    expect(fault?.code ?? null).toBe(expected);
    if (fault) expect(concernsDisk(fault)).toBe(true);
  });

  it('is found wherever it lies', () => {
    const inside = [
      new Error('outer', { cause: failing('ENOSPC') }),
      new AggregateError([failing('ENOENT'), failing('ENOSPC')]),
      new StoryError(
        { code: 'clip_damaged', message: '', hint: '', retryable: false },
        { cause: failing('ENOSPC') },
      ),
      // As Prisma passes on what Postgres says.
      Object.assign(new Error('Database error'), {
        code: 'P2039',
        meta: { driverAdapterError: Object.assign(new Error('x'), { cause: { code: '53100' } }) },
      }),
    ];
    expect(inside.map((error) => diskFault(error)?.code)).toEqual(inside.map(() => 'disk_full'));
  });

  it('may be refused only where something was being written', async () => {
    const writing = (code: string) =>
      writingToDisk(() => Promise.reject(failing(code))).catch((error: unknown) => error);
    expect(await writing('EACCES')).toMatchObject({ code: 'disk_read_only', retryable: true });
    expect(await writing('EPERM')).toMatchObject({ code: 'disk_read_only' });
    expect(await writing('ENOSPC')).toMatchObject({ code: 'disk_full' });
    expect(await writing('ENOENT')).toMatchObject({ code: 'ENOENT' });
    expect(await writingToDisk(async () => 7)).toBe(7);
  });

  it('ends with an error that goes round in a circle', () => {
    const error = new Error('round') as Error & { cause: unknown };
    error.cause = error;
    expect(diskFault(error)).toBeNull();
  });

  it('says what to do and nothing of where the folder is', () => {
    for (const code of ['ENOSPC', '53100', 'EROFS']) {
      const { message, hint } = diskFault(failing(code)) ?? {};
      expect(`${message} ${hint}`).not.toContain('/secret');
      expect(hint).toContain('DATA_DIR');
    }
  });

  it('is no word of a server or of anything else', () => {
    expect(
      diskFault(new ProviderFault({ code: 'rate_limited', message: '', hint: '', retryable: true })),
    ).toBeNull();
    expect(diskFault('ENOSPC')).toBeNull();
    expect(diskFault(undefined)).toBeNull();
  });
});

describe('what programs say of the disk', () => {
  const said = (stderr: string) => Object.assign(new Error('it ended'), { stderr });

  it('is the same wherever a program runs', () => {
    const words = [
      ['av_interleaved_write_frame(): No space left on device', 'disk_full'],
      ['out.ts: Disk quota exceeded', 'disk_full'],
      ['out.ts: Read-only file system', 'disk_read_only'],
    ] as const;
    for (const [line, code] of words) {
      expect(diskFaultOfWords(line, null)?.code).toBe(code);
      expect(ffmpegFault('ffmpeg', said(line)).code).toBe(code);
      expect(renderFault(new Error(line)).code).toBe(code);
    }
  });

  it('is not what they say of films, of memory, or of what they may not run', () => {
    expect(renderFault(new Error('Failed to launch the browser: Permission denied')).code).toBe(
      'browser_crashed',
    );
    expect(ffmpegFault('ffmpeg', said('Invalid data found')).code).toBe('encoding_failed');
    expect(renderFault(new Error('The compositor ran out of memory or disk space')).code).toBe(
      'memory_or_disk_full',
    );
    expect(concernsDisk(renderFault(new Error('ran out of memory or disk space')))).toBe(false);
  });
});

describe('the state of a disk', () => {
  const MB = 1024 * 1024;

  it('is well with room for a film, and else says in figures why not', async () => {
    expect(await readDisk({ freeBytes: async () => 500 * MB })).toEqual({
      ok: true,
      freeBytes: 500 * MB,
      fault: null,
    });
    const low = await readDisk({ freeBytes: async () => 500 * MB - 1 });
    expect(low).toMatchObject({ ok: false, fault: { code: 'disk_full', retryable: true } });
    expect(low.fault?.message).toContain('only 499 MB free');
    expect(low.fault?.message).toContain('less than 500 MB');
  });

  it('is bad where nothing can be written', async () => {
    const readOnly = await readDisk({ freeBytes: () => Promise.reject(failing('EROFS')) });
    expect(readOnly).toMatchObject({ ok: false, freeBytes: 0, fault: { code: 'disk_read_only' } });
  });

  it('is looked at no oftener than every few seconds, whoever asks', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      let looks = 0;
      const ask = diskNews({ freeBytes: async () => 600 * MB + looks++ });
      const answers = await Promise.all([ask(), ask(), ask()]);
      expect(new Set(answers.map(({ freeBytes }) => freeBytes)).size).toBe(1);
      vi.setSystemTime(Date.now() + 4_000);
      await ask();
      expect(looks).toBe(1);
      vi.setSystemTime(Date.now() + 2_000);
      await ask();
      expect(looks).toBe(2);
    } finally {
      vi.useRealTimers();
    }
  });
});
