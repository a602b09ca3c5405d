import type { Production } from '#jobs/making/production.server.ts';
import type { ErrandKind, Errands } from '#jobs/ports/errands.ts';
import type { Scene } from '#jobs/story/film/video.ts';

/** What a scene's row says of each. */
const COLUMNS = {
  voice: ['voiceKey', 'voiceHash', 'words', 'durationMs', 'voiceError', 'wordTiming'],
  picture: ['pictureKey', 'pictureHash', 'pictureLayers', 'error', 'note'],
  segment: ['segmentKey', 'segmentHash'],
} as const satisfies Record<ErrandKind, readonly (keyof Scene)[]>;

/**
 * Has something of a scene made by another worker, where one is free for it.
 * @returns whether the scene has it now
 * @throws AttemptEnded
 */
export async function isMadeElsewhere(
  production: Production,
  errands: Errands,
  { kind, position, hash }: { kind: ErrandKind; position: number; hash: string },
): Promise<boolean> {
  const left = production.video.scenes.filter(({ segmentKey }) => segmentKey === null).length;
  if (!(await errands.send({ kind, position, hash, left }, production.signal))) return false;
  await production.reread(position, COLUMNS[kind]);
  return production.scene(position)[`${kind}Hash`] === hash;
}
