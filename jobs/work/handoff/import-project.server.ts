/** Project files as they come in: looked through, taken apart beside the storage, and only then taken in. */
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf } from '#jobs/backup/file-digest.server.ts';
import { insertArrived } from '#jobs/db/arrived-videos.server.ts';
import { keepArrivedOrigins } from '#jobs/making/provenance/arrived-origins.server.ts';
import { writingToDisk } from '#jobs/ports/disk-fault.ts';
import { fingerprint } from '#jobs/storage/fingerprint.server.ts';
import { arrive } from '#jobs/story/project/arrive.ts';
import { type Lost, lostWords } from '#jobs/story/project/lost.ts';
import { noProject, tooMuch } from '#jobs/story/project/project-faults.ts';
import { PROJECT_ENTRY, type Project, readProject } from '#jobs/story/project/project-file.ts';
import { MAX_DESCRIPTION_BYTES } from '#jobs/story/project/project-limits.ts';
import type { Backend } from '#jobs/work/commands.server.ts';
import { keptKey, makeOnce, type RequestMark } from '#jobs/work/repeated-request.server.ts';
import { isWhatItSays } from './file-check.server';
import { isPictureEnding, type SentPicture, wholePictures } from './picture-check.server';
import { ZipIn } from './zip-in.server';

/** A film takes its time to write; this many rows do not, ms. */
const MOST_TRANSACTION_MS = 60_000;

/**
 * Makes a new video of a project file. What it holds whole and sound is taken in, so that nothing of it is made
 * again; nothing stays behind where it cannot be taken in.
 * @param file its path on this machine
 * @param givenKey repeats of a request under one key all answer with the first one's video
 * @throws StoryError `project_not_zip`, `project_foreign`, `project_newer`, `project_unsafe`, `project_too_large`,
 *   `project_damaged`, `disk_full`, `disk_read_only`, or `idempotency_conflict` when the key already stands for
 *   another file
 */
export async function importProject(
  backend: Importing,
  file: string,
  givenKey: string | null = null,
): Promise<Imported & { created: boolean }> {
  const key = keptKey(givenKey, backend.ownerId ?? null);
  const hash = fingerprint({ project: (await digestOf(file)).sha256 });
  let lost: Lost[] = [];
  const made = await makeOnce(backend.db, { key, hash }, async () => {
    const imported = await takeApart(backend, file, { key, hash });
    ({ lost } = imported);
    return imported.videoId;
  });
  return { ...made, lost };
}

type Importing = Pick<Backend, 'db' | 'storage' | 'plan'> & Partial<Pick<Backend, 'ownerId'>>;

interface Imported {
  videoId: string;
  /** What is to be made anew; empty where the video was made by an earlier request. */
  lost: Lost[];
}

async function takeApart(
  { db, storage, plan, ownerId = null }: Importing,
  file: string,
  mark: RequestMark,
): Promise<Imported> {
  const videoId = randomUUID();
  const workshop = await storage.scratchPath('project');
  const zip = await ZipIn.open(file);
  try {
    await writingToDisk(() => mkdir(workshop));
    const project = await describe(zip, join(workshop, 'project'));
    const unpacked = await unpackAll(zip, project, workshop);
    const sceneIds = new Map<string, string>();
    const arrival = arrive(project, {
      id: videoId,
      context: await plan(),
      isThere: (path) => unpacked.has(path),
      sceneId: (old) => {
        const id = sceneIds.get(old) ?? randomUUID();
        sceneIds.set(old, id);
        return id;
      },
      now: new Date(),
    });
    // The files come first: a row never points at a file that is not there. Files whose row never came are swept away.
    for (const [path, key] of arrival.keys) {
      const source = unpacked.get(path);
      if (source) await storage.adopt(key, source);
    }
    await keepArrivedOrigins(storage, videoId, arrival.origins);
    const message = ['Taken in from a project file.', lostWords(arrival.lost)].filter(Boolean).join(' ');
    await db.$transaction(
      (tx) =>
        insertArrived(tx, arrival, {
          ...{ message, ownerId },
          ...{ requestHash: mark.hash, idempotencyKey: mark.key },
        }),
      { timeout: MOST_TRANSACTION_MS },
    );
    return { videoId, lost: arrival.lost };
  } catch (error) {
    await storage.removeAll(videoId);
    throw error;
  } finally {
    zip.close();
    await rm(workshop, { recursive: true, force: true });
  }
}

async function describe(zip: ZipIn, target: string): Promise<Project> {
  const bytes = zip.bytesOf(PROJECT_ENTRY);
  if (bytes === null) throw noProject({ kind: 'foreign' });
  if (bytes > MAX_DESCRIPTION_BYTES) {
    throw tooMuch('a description that no film has', `${MAX_DESCRIPTION_BYTES / 1024 ** 2} MB of it`);
  }
  if (!(await zip.unpack(PROJECT_ENTRY, target))) throw noProject({ kind: 'foreign' });
  const project = readProject(await readFile(target, 'utf8'));
  if ('kind' in project) throw noProject(project);
  return project;
}

/**
 * Writes all files to this machine that the description names.
 * @returns where each lies, by its path in the zip; what is missing, damaged or not what it says is not among them
 */
async function unpackAll(zip: ZipIn, { files }: Project, workshop: string): Promise<Map<string, string>> {
  const unpacked = new Map<string, string>();
  const pictures = new Map<string, SentPicture>();
  for (const [at, [path, said]] of Object.entries(files).entries()) {
    const target = join(workshop, `${at}`);
    const found = await zip.unpack(path, target);
    const ending = path.slice(path.lastIndexOf('.') + 1);
    if (!found || found.bytes !== said.bytes || found.sha256 !== said.sha256) continue;
    if (isPictureEnding(ending)) pictures.set(path, { file: target, ending, bytes: found.bytes });
    else if (await isWhatItSays(target, ending, found.bytes)) unpacked.set(path, target);
  }
  const whole = await wholePictures([...pictures.values()]);
  for (const [path, { file }] of pictures) if (whole.has(file)) unpacked.set(path, file);
  return unpacked;
}
