/** Takes of a project in their new home: under the names by which this machine looks for them. Pure. */
import type { Made, Take, TakeKind } from '#jobs/story/storyboard/take.ts';
import type { NewNames } from './new-names';
import type { ProjectTake } from './project-file';
import { takeName } from './project-takes';

type ProjectTakeOf<Kind extends TakeKind> = Extract<ProjectTake, { kind: Kind }>;

/** Where a take of each kind lies, and what it is known as. */
export class ArrivingTakes {
  readonly #names: NewNames;
  readonly #sceneId: (old: string) => string;
  readonly #found = new Map<string, ProjectTake>();
  readonly #takes = new Map<string, Take>();

  /**
   * @param isThere whether a file of the zip is there and whole: a take that lacks one is none
   * @param sceneId what a scene is called in the new home
   */
  constructor(
    takes: readonly ProjectTake[],
    names: NewNames,
    isThere: (path: string) => boolean,
    sceneId: (old: string) => string,
  ) {
    this.#names = names;
    this.#sceneId = sceneId;
    for (const take of takes) if (filesOf(take).every(isThere)) this.#found.set(takeName(take), take);
  }

  /** The take that a project's board names; null where it did not arrive. */
  find<Kind extends TakeKind>(kind: Kind, hash: string): ProjectTakeOf<Kind> | null {
    return (this.#found.get(takeName({ kind, hash })) as ProjectTakeOf<Kind> | undefined) ?? null;
  }

  /** Gives a take a name here, besides those that it has; what has the name already keeps it. */
  call<Kind extends TakeKind>(take: ProjectTakeOf<Kind>, hash: string): Made<Kind> {
    const made = madeOf(take, this.#names, hash);
    const name = takeName({ kind: take.kind, hash });
    if (!this.#takes.has(name)) {
      const sceneId = this.#sceneId(take.sceneId);
      this.#takes.set(name, { kind: take.kind, hash, sceneId, made, at: new Date(take.at) });
    }
    return made as Made<Kind>;
  }

  /** All takes by all their names, with those that nobody has asked for under the old ones. */
  all(): Take[] {
    // A stretch is named by its files' keys, which are others now.
    for (const take of this.#found.values()) if (take.kind !== 'segment') this.call(take, take.hash);
    return [...this.#takes.values()];
  }

  /** Which hash each take had where it came from, by its name here. */
  origins(): Map<string, ProjectTake['origin']> {
    const origins = new Map<string, ProjectTake['origin']>();
    const byFile = new Map([...this.#found.values()].map((take) => [this.#names.all().get(take.file), take]));
    for (const { hash, made } of this.#takes.values()) {
      const from = byFile.get(mainKeyOf(made));
      if (from?.origin) origins.set(hash, from.origin);
    }
    return origins;
  }
}

/** All files of a take, by their path in the zip. */
function filesOf(take: ProjectTake): string[] {
  if (take.kind !== 'picture') return [take.file];
  const { file, layers, clip } = take;
  const ofClip = clip ? [clip.film, ...(clip.sound ? [clip.sound] : [])] : [];
  return [file, ...(layers ?? []).map((layer) => layer.file), ...ofClip];
}

function madeOf(take: ProjectTake, names: NewNames, hash: string): Made<TakeKind> {
  // A clip's still is told by its name.
  const kind = take.kind === 'picture' && take.clip ? 'clip' : take.kind;
  const key = names.keyFor(take.file, [`${kind}-${hash}`, `${kind}-${take.hash}`]);
  switch (take.kind) {
    case 'voice': {
      const { words, durationMs, wordTiming } = take;
      return { voiceKey: key, words, durationMs, wordTiming };
    }
    case 'segment':
      return { segmentKey: key };
    case 'picture': {
      const stem = key.slice(key.indexOf('/') + 1, key.lastIndexOf('.'));
      // A clip's film and its sound are looked for beside its still.
      if (take.clip) names.keyFor(take.clip.film, [stem]);
      if (take.clip?.sound) names.keyFor(take.clip.sound, [stem]);
      const layers = take.layers?.map(({ file, ...layer }, at) => ({
        ...layer,
        key: names.keyFor(file, [`${stem}.layer-${at}`]),
      }));
      return { pictureKey: key, pictureLayers: layers ?? null, note: take.note };
    }
  }
}

function mainKeyOf(made: Made<TakeKind>): string {
  if ('voiceKey' in made) return made.voiceKey;
  return 'pictureKey' in made ? made.pictureKey : made.segmentKey;
}
