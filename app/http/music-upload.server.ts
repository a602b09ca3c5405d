import { createHash } from 'node:crypto';
import type { OwnMusic } from '#jobs/story/order/options.ts';
import { examineMusic, type MusicIssue } from '#jobs/story/order/own-music.ts';

/** A music file that came with the form and may be used. */
export interface MusicUpload {
  music: OwnMusic;
  bytes: Uint8Array;
}

/**
 * Examines the form's music field by its contents; null where no file was chosen, as in a form without script,
 * where the field is always sent.
 */
export async function readMusicUpload(value: unknown): Promise<MusicUpload | MusicIssue | null> {
  if (!(value instanceof File) || value.size === 0) return null;
  const bytes = new Uint8Array(await value.arrayBuffer());
  const examined = examineMusic(bytes);
  if ('code' in examined) return examined;
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 24);
  return { music: { hash, kind: examined.kind }, bytes };
}
