/** What StoryShort promises whatever breaks, held against what it has written down. Pure. */
import { canMove, isFinished } from '#jobs/story/film/status.ts';
import { committedKeys, type FileRecord, type Records, type VideoRecord } from './records';

/** How long an unfinished video may be without a job, ms. */
const JOBLESS_MS = 60_000;

/**
 * What holds at any moment, also in the midst of the work.
 * @param now ms since the epoch
 * @param stalls how many attempts stood still and came back: each may bring a step to its end that it had begun, which
 *   whoever took over could not know of
 */
export function brokenAlways({ videos, calls, files }: Records, now: number, stalls = 0): string[] {
  return [
    ...videos.flatMap((video) => [
      ...wrongWays(video),
      ...danglingKeys(video, files),
      ...(isFinished(video.status) || video.held || video.isDeleted || video.jobs.length > 0
        ? []
        : now - video.updatedAt.getTime() > JOBLESS_MS
          ? [`${name(video)} is ${video.status} and has had no job for a minute`]
          : []),
      ...(video.jobs.length > 1 ? [`${name(video)} has ${video.jobs.length} jobs`] : []),
      ...(video.status === 'failed' && !hasReason(video.error)
        ? [`${name(video)} failed without a reason`]
        : []),
    ]),
    ...repeatedCalls(calls, 1 + stalls),
  ];
}

/** What holds once nothing is left to do. */
export function brokenAtRest(house: Records): string[] {
  const { videos, calls, files } = house;
  const known = new Set(videos.map(({ id }) => id));
  const strangers = new Set(
    [...files.keys()].map((key) => key.split('/')[0] ?? '').filter((id) => !known.has(id)),
  );
  return [
    ...videos.flatMap((video) => [
      ...(isFinished(video.status) ? [] : [`${name(video)} is ${video.status} at the end`]),
      ...(video.jobs.length > 0 && isFinished(video.status)
        ? [`${name(video)} is ${video.status} and has a job that is ${video.jobs}`]
        : []),
      ...(video.status === 'completed' ? incomplete(video) : []),
    ]),
    ...calls
      .filter(({ state }) => state === 'started')
      .map(({ asked }) => `a call is open at the end: ${asked}`),
    ...[...strangers].map((id) => `files of ${id} are there, and no row`),
  ];
}

/** What was there before and is gone, has other bytes, or was written again. */
export function brokenFiles(
  before: ReadonlyMap<string, FileRecord>,
  after: ReadonlyMap<string, FileRecord>,
): string[] {
  const again = [...before].filter(([key, { hash, writtenMs }]) => {
    const is = after.get(key);
    return is?.hash === hash && is.writtenMs !== writtenMs;
  });
  return [...otherFiles(before, after), ...again.map(([key]) => `${key} was made again`)];
}

/**
 * What attempts changed that stood still until all was over. Files without a video are none that anybody keeps: what was
 * still being written of a video that was deleted is swept away.
 */
export function brokenByStale(before: Records, after: Records): string[] {
  const known = new Set(before.videos.map(({ id }) => id));
  const kept = [...before.files].filter(([key]) => known.has(key.split('/')[0] ?? ''));
  return [
    ...otherFiles(new Map(kept), after.files),
    ...(JSON.stringify(before.videos) === JSON.stringify(after.videos)
      ? []
      : ['a stale attempt changed the row']),
  ];
}

/** What was there before and is gone, or has other bytes. */
function otherFiles(
  before: ReadonlyMap<string, FileRecord>,
  after: ReadonlyMap<string, FileRecord>,
): string[] {
  return [...before].flatMap(([key, { hash }]) => {
    const is = after.get(key);
    if (!is) return [`${key} is gone`];
    return is.hash === hash ? [] : [`${key} has other bytes than before`];
  });
}

const name = ({ id }: VideoRecord): string => `video ${id}`;

function wrongWays(video: VideoRecord): string[] {
  return video.events.flatMap(({ from, to }, at) => {
    const before = video.events[at - 1]?.to ?? null;
    if (from !== before) return [`${name(video)} went to ${to} from ${from}, and was ${before}`];
    // Its creation, and what is told of a state without leaving it.
    if (from === null || from === to || canMove(from, to)) return [];
    return [`${name(video)} went from ${from} to ${to}, which is no way`];
  });
}

function danglingKeys(video: VideoRecord, files: ReadonlyMap<string, FileRecord>): string[] {
  if (video.isDeleted) return [];
  return committedKeys([video])
    .filter((key) => !((files.get(key)?.bytes ?? 0) > 0))
    .map((key) => `${name(video)} points at ${key}, which is not there`);
}

function incomplete(video: VideoRecord): string[] {
  const missing = [...video.filmKeys, ...video.scenes.flatMap(({ keys }) => keys)].filter(
    (key) => key === null,
  );
  const told = video.events.filter(({ to, from }) => to === 'completed' && from !== to).length;
  return [
    ...(missing.length > 0 ? [`${name(video)} is completed and lacks ${missing.length} files`] : []),
    ...(video.durationMs === null ? [`${name(video)} is completed and has no length`] : []),
    // A film that is as an earlier one was is that one, and the last ten are kept.
    ...(video.versions > 0 && video.versions <= told
      ? []
      : [`${name(video)} was completed ${told} times, with ${video.versions} films`]),
  ];
}

function repeatedCalls(calls: Records['calls'], most: number): string[] {
  const settled = new Map<string, number>();
  for (const { asked, state } of calls)
    if (state === 'settled') settled.set(asked, (settled.get(asked) ?? 0) + 1);
  return [...settled]
    .filter(([, times]) => times > most)
    .map(([asked, times]) => `a step whose result was kept was made ${times} times: ${asked}`);
}

function hasReason(error: unknown): boolean {
  const fault = error as { code?: string; message?: string; hint?: string } | null;
  return Boolean(fault?.code && fault.message && fault.hint);
}
