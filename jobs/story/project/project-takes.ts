/** Takes as a project has them: by the files in the zip. Pure. */
import type { Made, Take, TakeKind } from '#jobs/story/storyboard/take.ts';
import type { Packing } from './packing';
import type { Origin, ProjectTake } from './project-file';

/** A take's name among those of all kinds. */
export function takeName({ kind, hash }: Pick<Take, 'kind' | 'hash'>): string {
  return `${kind} ${hash}`;
}

/** Keys of all files of a take. */
export function takeKeys(take: Take, packing: Packing): string[] {
  if (isKind(take, 'voice')) return [take.made.voiceKey];
  if (isKind(take, 'segment')) return [take.made.segmentKey];
  if (!isKind(take, 'picture')) return [];
  const { pictureKey, pictureLayers } = take.made;
  return [pictureKey, ...(pictureLayers ?? []).map(({ key }) => key), ...clipKeys(pictureKey, packing)];
}

/** Keys of a clip's film and sound, which lie beside its still; other pictures have none. */
function clipKeys(pictureKey: string, packing: Packing): string[] {
  const [film, sound] = [besideKey(pictureKey, '.mp4'), besideKey(pictureKey, '.wav')];
  if (!packing.has(film)) return [];
  return packing.has(sound) ? [film, sound] : [film];
}

/** Key of a clip's film, or of its sound, which lie beside its still. */
export function besideKey(pictureKey: string, ending: '.mp4' | '.wav'): string {
  return pictureKey.replace(/\.[^.]+$/, ending);
}

/** A take of which all files are packed. */
export function projectTake(take: Take, origin: Origin | null, packing: Packing): ProjectTake | null {
  const { hash, sceneId } = take;
  const shared = { hash, sceneId, at: take.at.toISOString(), origin };
  if (isKind(take, 'voice')) {
    const { voiceKey, words, durationMs, wordTiming } = take.made;
    return {
      kind: 'voice',
      ...shared,
      file: packing.pathOf(voiceKey),
      ...{ words, durationMs: Math.round(durationMs), wordTiming },
    };
  }
  if (isKind(take, 'segment')) {
    return { kind: 'segment', ...shared, file: packing.pathOf(take.made.segmentKey) };
  }
  if (!isKind(take, 'picture')) return null;
  const { pictureKey, pictureLayers, note } = take.made;
  const [film, sound] = clipKeys(pictureKey, packing);
  return {
    kind: 'picture',
    ...shared,
    file: packing.pathOf(pictureKey),
    layers: pictureLayers?.map(({ key, ...layer }) => ({ ...layer, file: packing.pathOf(key) })) ?? null,
    clip: film ? { film: packing.pathOf(film), sound: sound ? packing.pathOf(sound) : null } : null,
    note,
  };
}

/** A take's kind is that of what it holds. */
function isKind<Kind extends TakeKind>(take: Take, kind: Kind): take is Take & { made: Made<Kind> } {
  return take.kind === kind;
}
