import type { Readable } from 'node:stream';
import { readOrigins } from '#jobs/db/origins.server.ts';
import { findDraft } from '#jobs/db/storyboard.server.ts';
import { readTakes } from '#jobs/db/takes.server.ts';
import { listVersions } from '#jobs/db/versions.server.ts';
import { readArrivedOrigins } from '#jobs/making/provenance/arrived-origins.server.ts';
import { fingerprint } from '#jobs/storage/fingerprint.server.ts';
import { PROJECT_ENTRY, PROJECT_FOLDER } from '#jobs/story/project/project-file.ts';
import { MAX_PROJECT_BYTES } from '#jobs/story/project/project-limits.ts';
import { projectOf } from '#jobs/story/project/project-of.ts';
import { type Backend, videoNotFound } from '#jobs/work/commands.server.ts';
import { PROVENANCE_ENTRY, videoProvenance } from './film-provenance.server';
import { zipStream } from './zip-out.server';

/** A file that is sent as it is made. */
export interface SentFile {
  stream: Readable;
  /** Of the video; the file is named after it. */
  title: string;
}

/**
 * A video as a project file, to be taken in here or on another machine.
 * @returns besides the file a mark of what it holds: two files of one mark differ in nothing but their time
 * @throws StoryError `video_not_found`
 */
export async function exportProject(
  { db, storage, plan }: Pick<Backend, 'db' | 'storage' | 'plan'>,
  videoId: string,
): Promise<SentFile & { mark: string }> {
  const draft = await findDraft(db, videoId);
  if (!draft) throw videoNotFound();
  const { video, board, isEdited } = draft;
  const [versions, takes, made, arrived, stored, context, provenance] = await Promise.all([
    listVersions(db, video.id),
    readTakes(db, video.id),
    readOrigins(db, video.id),
    readArrivedOrigins(storage, video.id),
    storage.listFiles(video.id),
    plan(),
    videoProvenance({ db, storage, plan }, video),
  ]);
  const { project, names } = projectOf({
    ...{ video, draft: isEdited ? board : null, versions, takes, stored, context },
    origins: new Map([...arrived, ...made]),
    now: new Date(),
    mostBytes: MAX_PROJECT_BYTES,
  });
  const stream = zipStream([
    ...names.map((name) => ({
      path: `${PROJECT_FOLDER}${name}`,
      file: () => storage.localPath(`${video.id}/${name}`),
    })),
    // For people: whoever takes the project in derives it anew.
    { path: PROVENANCE_ENTRY, text: () => JSON.stringify(provenance, null, 1) },
    // Last: it tells what the others turned out to be.
    {
      path: PROJECT_ENTRY,
      text: (files) => JSON.stringify({ ...project, files: Object.fromEntries(files) }, null, 1),
    },
  ]);
  const { exportedAt: _when, ...lasting } = project;
  return { stream, title: video.title, mark: fingerprint({ lasting, names }) };
}
