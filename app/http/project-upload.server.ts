import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  type AppLoadContext,
  type UploadHandlerPart,
  unstable_parseMultipartFormData,
} from '@remix-run/node';
import { holdQuota } from '#jobs/accounts/quota.server.ts';
import { diskFault, writingToDisk } from '#jobs/ports/disk-fault.ts';
import type { Storage } from '#jobs/ports/storage.ts';
import { withScratchFile } from '#jobs/storage/scratch-file.server.ts';
import { noProjectFile } from '#jobs/story/project/project-faults.ts';
import { PROJECT_FIELD } from '#jobs/story/project/project-name.ts';
import { importProject } from '#jobs/work/handoff/import-project.server.ts';
import { ApiFault } from './api-fault';
import { noteDeed } from './note-deed.server';

/**
 * Writes the project file that a request brings to this machine, as a form's field or as the body itself, for as
 * long as it is worked with; it is gone afterwards. The HTTP server has already limited its size.
 * @throws ApiFault 415 for other content types, 400 for a form that cannot be read; StoryError `project_missing`,
 *   `disk_full` or `disk_read_only`
 */
async function withProjectFile<T>(
  request: Request,
  storage: Pick<Storage, 'scratchPath'>,
  work: (file: string) => Promise<T>,
): Promise<T> {
  return withScratchFile(storage, 'zip', async (file) => {
    await receive(request, file);
    const found = await stat(file).catch(() => null);
    if (!found || found.size === 0) throw noProjectFile();
    return work(file);
  });
}

async function receive(request: Request, file: string): Promise<void> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'multipart/form-data') return receiveForm(request, file);
  if (type === 'application/zip' || type === 'application/octet-stream') {
    if (request.body) await writeDown(chunksOf(request.body), file);
    return;
  }
  throw new ApiFault(415, {
    code: 'unsupported_content_type',
    message: 'A project comes as a zip.',
    hint: `Send application/zip, or multipart/form-data with the file in the field ${PROJECT_FIELD}.`,
  });
}

async function receiveForm(request: Request, file: string): Promise<void> {
  let isReceived = false;
  try {
    await unstable_parseMultipartFormData(request, async ({ name, data }: UploadHandlerPart) => {
      if (name === PROJECT_FIELD && !isReceived) {
        isReceived = true;
        await writeDown(data, file);
      } else {
        // What is not read here would be kept in memory.
        for await (const _chunk of data);
      }
      return null;
    });
  } catch (error) {
    const disk = diskFault(error);
    if (disk) throw disk;
    if (error instanceof Error && 'errno' in error) throw error;
    throw new ApiFault(400, {
      code: 'malformed_form',
      message: 'The form could not be read.',
      hint: 'Check that the body is encoded as its Content-Type says, and send it again.',
    });
  }
}

async function writeDown(bytes: AsyncIterable<Uint8Array>, file: string): Promise<void> {
  await writingToDisk(() => pipeline(Readable.from(bytes), createWriteStream(file)));
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

/**
 * Makes a new video of the project file that a request brings.
 * @param key see `importProject`
 * @throws ApiFault and StoryError as `withProjectFile` and `importProject`; StoryError `quota_reached`
 */
export async function takeProjectIn(context: AppLoadContext, request: Request, key: string | null = null) {
  const { backend } = context;
  await holdQuota(backend, backend.ownerId);
  const taken = await withProjectFile(request, backend.storage, (file) => importProject(backend, file, key));
  if (taken.created) await noteDeed(context, 'video.taken_in', taken.videoId);
  return taken;
}
