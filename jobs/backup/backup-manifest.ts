/** What a backup says of itself: all that is in it, each part with its hash. Written last, and read first. Pure. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isStorageKey } from '#jobs/storage/media-url.ts';

/** Rises when an older StoryShort could not read what a newer one writes. */
const FORMAT = 1;

/** Names within the folder of a backup. */
export const MANIFEST_NAME = 'manifest.json';
export const SECRET_NAME = 'secret';
export const FILES_FOLDER = 'files';
export const ROWS_FOLDER = 'rows';

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);
const digestSchema = z.object({ bytes: z.number().int().min(0), sha256: hashSchema });
/** What a file holds, by length and hash. */
export type Digest = z.infer<typeof digestSchema>;

const tableSchema = digestSchema.extend({ rows: z.number().int().min(0) });

const contentsSchema = z.object({
  format: z.literal(FORMAT),
  /** Of the StoryShort that made it. */
  version: z.string(),
  madeAt: z.iso.datetime(),
  /** Those that its database had, in order. */
  migrations: z.array(z.object({ name: z.string().regex(/^\w+$/), checksum: hashSchema })).min(1),
  /** By name. */
  tables: z.record(z.string().regex(/^[a-z_]+$/), tableSchema),
  /** By storage key. */
  files: z.record(z.string().refine(isStorageKey), digestSchema),
  /** The house's; null where it kept none. */
  secret: digestSchema.nullable(),
  /** Storage keys that rows name and that were not there. */
  missing: z.array(z.string()),
});
export type BackupContents = z.infer<typeof contentsSchema>;

const manifestSchema = z.object({ seal: hashSchema, contents: z.unknown() });

/** Where a table's rows, or a stored file, lie within a backup. */
export function rowsName(table: string): string {
  return `${ROWS_FOLDER}/${table}.jsonl`;
}
export function fileName(key: string): string {
  return `${FILES_FOLDER}/${key}`;
}

/** The manifest's text. */
export function writeManifest(contents: BackupContents): string {
  return `${JSON.stringify({ seal: sealOf(contents), contents })}\n`;
}

/** @throws Error that says why it is none that this StoryShort can read */
export function readManifest(text: string): BackupContents {
  const manifest = manifestSchema.safeParse(parsed(text));
  if (!manifest.success) throw new Error(`${MANIFEST_NAME} is damaged or cut off.`);
  const { seal, contents } = manifest.data;
  if (sealOf(contents) !== seal) throw new Error(`${MANIFEST_NAME} was changed since it was written.`);
  const format = z.object({ format: z.number() }).safeParse(contents);
  if (format.success && format.data.format > FORMAT)
    throw new Error('It was made by a newer StoryShort. Update this one first.');
  const read = contentsSchema.safeParse(contents);
  if (!read.success) throw new Error(`${MANIFEST_NAME} does not say what a backup holds.`);
  return read.data;
}

function sealOf(contents: unknown): string {
  return createHash('sha256').update(JSON.stringify(contents)).digest('hex');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
