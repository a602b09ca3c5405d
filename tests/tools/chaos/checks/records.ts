/** Everything that one StoryShort has written down, read at one moment. */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from '#jobs/db/client.server.ts';
import type { VideoStatus } from '#jobs/story/film/status.ts';

export interface SceneRecord {
  position: number;
  keys: (string | null)[];
  durationMs: number | null;
}

export interface VideoRecord {
  id: string;
  status: VideoStatus;
  error: unknown;
  held: boolean;
  isDeleted: boolean;
  updatedAt: Date;
  /** Film, sound, poster and captions. */
  filmKeys: (string | null)[];
  durationMs: number | null;
  scenes: SceneRecord[];
  events: { from: VideoStatus | null; to: VideoStatus }[];
  versions: number;
  /** States of its jobs that are not over. */
  jobs: string[];
}

export interface CallRecord {
  videoId: string | null;
  /** What it was asked for, and with which words. */
  asked: string;
  state: string;
}

export interface FileRecord {
  /** SHA-256, hexadecimal. */
  hash: string;
  bytes: number;
  writtenMs: number;
}

export interface Records {
  videos: VideoRecord[];
  calls: CallRecord[];
  /** By their keys. */
  files: Map<string, FileRecord>;
}

/** Keys of all that videos point at. */
export function committedKeys(videos: readonly VideoRecord[]): string[] {
  return videos.flatMap(({ scenes, filmKeys }) =>
    [...scenes.flatMap(({ keys }) => keys), ...filmKeys].filter((key) => key !== null),
  );
}

/**
 * @param mediaDir folder of the stored files
 * @param id of the one video that is asked about; absent for all
 */
export async function readRecords(db: Db, mediaDir: string, id?: string): Promise<Records> {
  const [rows, jobs, calls, files] = await Promise.all([
    db.video.findMany({
      where: id ? { id } : {},
      include: {
        scenes: { orderBy: { position: 'asc' } },
        events: { orderBy: { id: 'asc' }, select: { from: true, to: true } },
        _count: { select: { versions: true } },
      },
    }),
    db.$queryRaw<{ key: string; state: string }[]>`
      SELECT singleton_key AS key, state::text FROM pgboss.job
      WHERE name = 'process-video' AND state IN ('created', 'retry', 'active')`,
    db.providerCall.findMany({ where: id ? { videoId: id } : {} }),
    readFiles(mediaDir, id ?? ''),
  ]);
  return {
    videos: rows.map((row) => ({
      id: row.id,
      status: row.status,
      error: row.error,
      held: row.held,
      isDeleted: row.deletedAt !== null,
      updatedAt: row.updatedAt,
      filmKeys: [row.filmKey, row.audioKey, row.posterKey, row.srtKey, row.vttKey],
      durationMs: row.durationMs,
      scenes: row.scenes.map(({ position, voiceKey, pictureKey, segmentKey, durationMs }) => ({
        position,
        keys: [voiceKey, pictureKey, segmentKey],
        durationMs,
      })),
      events: row.events,
      versions: row._count.versions,
      jobs: jobs.filter(({ key }) => key === row.id).map(({ state }) => state),
    })),
    calls: calls.map(({ videoId, kind, scene, inputHash, callHash, state }) => ({
      videoId,
      asked: [videoId, kind, scene, inputHash, callHash].join(' '),
      state,
    })),
    files,
  };
}

async function readFiles(mediaDir: string, folder: string): Promise<Map<string, FileRecord>> {
  const files = new Map<string, FileRecord>();
  const entries = await readdir(join(mediaDir, folder), { recursive: true, withFileTypes: true }).catch(
    () => [],
  );
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const key = path.slice(mediaDir.length + 1);
    if (key.startsWith('.')) continue;
    try {
      const [bytes, { mtimeMs }] = [await readFile(path), await stat(path)];
      const hash = createHash('sha256').update(bytes).digest('hex');
      files.set(key, { hash, bytes: bytes.byteLength, writtenMs: mtimeMs });
    } catch {
      // Removed meanwhile.
    }
  }
  return files;
}
