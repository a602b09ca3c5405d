/** Whether pictures that somebody sent are what their names say: each is decoded once, where it can do no harm. */
import { createRequire } from 'node:module';
import { packageUrl, runCagedModule } from '#jobs/cage/caged-module.server.ts';
import type { ExaminerRequest } from '#jobs/cage/picture-examiner.ts';

export interface SentPicture {
  file: string;
  /** Of its name, without the dot. */
  ending: string;
  bytes: number;
}

/** More pixels than any picture of a film has: a larger file is not decoded. */
const MOST_PIXELS = 60_000_000;
/** Pictures that are decoded by one process, and their bytes together. A minute is several times what they take. */
const MOST_AT_ONCE = 100;
const MOST_BYTES_AT_ONCE = 64 * 1024 * 1024;
const TIME_MS = 120_000;
const LIMITS = { memoryMb: 2048, processorS: 240, fileMb: 0 };
/** Processes that may end badly over one project: what is left then counts as damaged. */
const MOST_FAILURES = 20;
/** A line of an answer. */
const ANSWER_BYTES = 64;

/** How sharp calls pictures of each ending. */
const KINDS: Readonly<Record<string, string>> = { jpg: 'jpeg', png: 'png', webp: 'webp', avif: 'heif' };
const EXAMINER = createRequire(import.meta.url).resolve('#jobs/cage/picture-examiner.ts');

/** Whether files of this ending are pictures. */
export function isPictureEnding(ending: string): boolean {
  return Object.hasOwn(KINDS, ending);
}

/** @returns the files of those pictures that are whole, and of the kind that their ending says */
export async function wholePictures(pictures: readonly SentPicture[]): Promise<ReadonlySet<string>> {
  const whole = new Set<string>();
  let failures = 0;
  const waiting = batchesOf(pictures);
  for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
    const kinds = failures < MOST_FAILURES ? await kindsOf(batch) : null;
    for (const [at, { file, ending }] of batch.entries()) if (kinds?.[at] === KINDS[ending]) whole.add(file);
    if (kinds) continue;
    failures += 1;
    // One among them ended the process: the others are no worse for it.
    const half = Math.ceil(batch.length / 2);
    if (batch.length > 1) waiting.push(batch.slice(0, half), batch.slice(half));
  }
  return whole;
}

/** Kinds in the same order, null for what is no picture; null altogether where the process ended over them. */
async function kindsOf(pictures: readonly SentPicture[]): Promise<unknown[] | null> {
  const request: ExaminerRequest = {
    sharp: packageUrl('sharp'),
    sizes: pictures.map(({ bytes }) => bytes),
    maxPixels: MOST_PIXELS,
  };
  const task = {
    ...{
      module: EXAMINER,
      request,
      inputs: pictures.map(({ file }) => file),
      timeMs: TIME_MS,
      limits: LIMITS,
    },
    answerBytes: ANSWER_BYTES * pictures.length,
  };
  try {
    const answer = await runCagedModule(task, new AbortController().signal);
    const lines = answer.toString('utf8').trimEnd().split('\n');
    return lines.map((line): unknown => JSON.parse(line));
  } catch {
    return null;
  }
}

function batchesOf(pictures: readonly SentPicture[]): SentPicture[][] {
  const batches: SentPicture[][] = [];
  let room = 0;
  for (const picture of pictures) {
    const last = batches.at(-1);
    if (last && last.length < MOST_AT_ONCE && picture.bytes <= room) last.push(picture);
    else {
      batches.push([picture]);
      room = MOST_BYTES_AT_ONCE;
    }
    room -= picture.bytes;
  }
  return batches;
}
