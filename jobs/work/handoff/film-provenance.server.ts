/** Where a film comes from, of what the rows and its own file say. */
import { readOrigins, readScriptOrigin } from '#jobs/db/origins.server.ts';
import { listTakes } from '#jobs/db/takes.server.ts';
import { findVideo } from '#jobs/db/videos.server.ts';
import { readArrivedOrigins } from '#jobs/making/provenance/arrived-origins.server.ts';
import { SIGNED_HEAD_BYTES, signatoryIn } from '#jobs/signing/film-signatory.server.ts';
import type { Video } from '#jobs/story/film/video.ts';
import { provenanceOf } from '#jobs/story/provenance/provenance.ts';
import type { Provenance, Signatory } from '#jobs/story/provenance/provenance-file.ts';
import { type Backend, videoNotFound } from '#jobs/work/commands.server.ts';

type ProvenanceBackend = Pick<Backend, 'db' | 'storage' | 'plan'>;

/** Name under which it is taken along. */
export const PROVENANCE_ENTRY = 'provenance.json';

/** @throws StoryError `video_not_found`, or what keeps the storage from being used */
export async function readProvenance(
  backend: ProvenanceBackend,
  videoId: string,
): Promise<{ provenance: Provenance; title: string }> {
  const video = await findVideo(backend.db, videoId);
  if (!video) throw videoNotFound();
  return { provenance: await videoProvenance(backend, video), title: video.title };
}

/** @throws StoryError what keeps the storage from being used */
export async function videoProvenance(
  { db, storage, plan }: ProvenanceBackend,
  video: Video,
): Promise<Provenance> {
  const [made, scriptOrigin, arrived, takes, context, signedBy] = await Promise.all([
    readOrigins(db, video.id),
    readScriptOrigin(db, video.id),
    readArrivedOrigins(storage, video.id),
    listTakes(db, video.id),
    plan(),
    video.filmKey === null ? null : readSignatory(storage, video.filmKey),
  ]);
  const kept = new Map(takes.map(({ hash, at }) => [hash, at]));
  const origins = new Map([...arrived, ...made]);
  const keptAt = (hash: string) => kept.get(hash) ?? null;
  return provenanceOf({ video, context, origins, scriptOrigin, keptAt }, signedBy);
}

/** Films whose signatories are remembered, the newest ones: pages ask again and again, and keys name bytes that stay. */
const REMEMBERED = 200;
const remembered = new Map<string, Signatory | null>();

async function readSignatory(storage: Backend['storage'], filmKey: string): Promise<Signatory | null> {
  const known = remembered.get(filmKey);
  if (known !== undefined) return known;
  // A film whose file is gone says nothing any more.
  if (!(await storage.has(filmKey))) return null;
  const signatory = signatoryIn(await storage.readStart(filmKey, SIGNED_HEAD_BYTES));
  remembered.set(filmKey, signatory);
  for (const key of remembered.keys()) {
    if (remembered.size <= REMEMBERED) break;
    remembered.delete(key);
  }
  return signatory;
}
