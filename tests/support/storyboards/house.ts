/**
 * A house in memory with the storyboard's own domain inside: rows are texts, files are names, engines only count. Its
 * attempts can be ended at any step, and go on too late.
 */
import { StoryError } from '#jobs/story/film/fault.ts';
import { filmHash, pictureHash, planVideo, segmentHash, voiceHash } from '#jobs/story/film/plan.ts';
import type { Video } from '#jobs/story/film/video.ts';
import type { Edit } from '#jobs/story/storyboard/edit.ts';
import { type EditStep, editStoryboard, takeStep } from '#jobs/story/storyboard/edit-storyboard.ts';
import { type RedoPlan, redoPlan } from '#jobs/story/storyboard/redo-plan.ts';
import { settleVideo } from '#jobs/story/storyboard/settle.ts';
import {
  isSameBoard,
  type Storyboard,
  storyboardOf,
  storyboardSchema,
} from '#jobs/story/storyboard/storyboard.ts';
import { type Take, TakeShelf, takesOf } from '#jobs/story/storyboard/take.ts';
import { conflicting, touchedParts } from '#jobs/story/storyboard/touched.ts';
import { CONTEXT, drawn, madeVideo, spoken } from './made-videos';

interface Step extends Pick<EditStep, 'forward' | 'backward'> {
  parts: string[];
  revision: number;
  state: 'done' | 'undone' | 'dropped';
}

/** One thing that was made. */
export interface Made {
  kind: 'voice' | 'picture' | 'segment';
  hash: string;
  position: number;
}

/** As it is stored, and read again. */
const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value));

export class StoryboardHouse {
  video: Video = madeVideo(3);
  revision = 1;
  /** All that engines were asked for, in order. */
  readonly made: Made[] = [];
  #fence = 0;
  #draft: Storyboard | null = null;
  #steps: Step[] = [];
  readonly #takes: Take[] = [];
  /** Files, by kind and hash. */
  readonly #files = new Set<string>();

  constructor() {
    for (const scene of this.video.scenes) this.#keep(scene);
    for (const { kind, hash } of this.#takes) this.#files.add(`${kind} ${hash}`);
  }

  get board(): Storyboard {
    return this.#draft ? storyboardSchema.parse(stored(this.#draft)) : storyboardOf(this.video);
  }

  get isEdited(): boolean {
    return this.#draft !== null;
  }

  get takes(): TakeShelf {
    return new TakeShelf(stored(this.#takes).map((take) => ({ ...take, at: new Date(take.at) })));
  }

  /** @returns what became of it */
  edit(edit: Edit, base: number): 'done' | 'nothing' | 'conflict' | 'impossible' {
    const { board } = this;
    let step: EditStep;
    try {
      step = editStoryboard(board, edit);
    } catch (error) {
      if (error instanceof StoryError) return 'impossible';
      throw error;
    }
    if (step.forward.length === 0) return 'nothing';
    const parts = touchedParts(board, step.after);
    const theirs = this.#steps.filter(({ revision }) => revision > base).flatMap((other) => other.parts);
    if (conflicting(parts, theirs).length > 0) return 'conflict';
    for (const other of this.#steps) if (other.state === 'undone') other.state = 'dropped';
    this.#write(step.after);
    const { forward, backward } = stored(step);
    this.#steps.push({ forward, backward, parts, revision: this.revision, state: 'done' });
    return 'done';
  }

  /** @returns whether there was a step */
  move(way: 'back' | 'forth'): boolean {
    const step =
      way === 'back'
        ? this.#steps.findLast(({ state }) => state === 'done')
        : this.#steps.find(({ state }) => state === 'undone');
    if (!step) return false;
    this.#write(takeStep(this.board, way === 'back' ? step.backward : step.forward));
    step.state = way === 'back' ? 'undone' : 'done';
    step.revision = this.revision;
    return true;
  }

  /** What an update would make. */
  get plan(): RedoPlan {
    return redoPlan(this.video, this.#wanted, CONTEXT);
  }

  update(): void {
    const wanted = this.#wanted;
    for (const scene of this.video.scenes) this.#keep(scene);
    this.video = stored(wanted);
    this.#draft = null;
    this.#fence += 1;
  }

  /** Begins an attempt at the video as it stands; older ones change nothing any more. */
  begin(): WorkingAttempt {
    this.#fence += 1;
    const fence = this.#fence;
    const attempt = { video: stored(this.video) };
    return {
      step: (choice, isCut = false) => {
        const wanted = nextOf(attempt.video, choice);
        if (!wanted) {
          if (fence === this.#fence) this.#finish();
          return false;
        }
        const { kind, hash, position } = wanted;
        if (!this.#files.has(`${kind} ${hash}`)) {
          this.made.push(wanted);
          this.#files.add(`${kind} ${hash}`);
        }
        // A crash leaves the file without its row; a write of an older attempt is refused.
        if (isCut || fence !== this.#fence) return false;
        const scene = attempt.video.scenes[position] as Video['scenes'][number];
        Object.assign(scene, assetOf(kind, hash, scene.narration));
        this.video.scenes[position] = stored(scene);
        this.#keep(scene);
        return true;
      },
    };
  }

  get #wanted(): Video {
    return settleVideo(this.video, this.board, this.takes, CONTEXT);
  }

  #finish(): void {
    this.video = { ...this.video, filmHash: filmHash(this.video, CONTEXT), status: 'completed' };
  }

  #write(board: Storyboard): void {
    this.revision += 1;
    this.#draft = isSameBoard(board, storyboardOf(this.video)) ? null : stored(board);
  }

  #keep(scene: Video['scenes'][number]): void {
    for (const take of takesOf(scene)) {
      const isKept = this.#takes.some(({ kind, hash }) => kind === take.kind && hash === take.hash);
      if (!isKept) this.#takes.push({ ...take, at: new Date(2026, 0, 1) });
    }
  }
}

/** An attempt that can be left at any step. */
export interface WorkingAttempt {
  /**
   * Makes one of the things that can be made now.
   * @param choice which, of however many
   * @param isCut whether the attempt ends after the file, before the row
   * @returns false where nothing was written: the film is finished, or the attempt is over
   */
  step(choice: number, isCut?: boolean): boolean;
}

function nextOf(video: Video, choice: number): Made | null {
  const plan = planVideo(video, CONTEXT);
  const open = video.scenes.flatMap((scene, position): Made[] => {
    const todo = plan.scenes[position];
    const before = plan.scenes[position - 1];
    if (todo?.voice) return [{ kind: 'voice', hash: voiceHash(video, scene, CONTEXT), position }];
    if (todo?.picture) return [{ kind: 'picture', hash: pictureHash(video, scene, CONTEXT), position }];
    const hash = todo?.segment && !before?.picture ? segmentHash(video, position, CONTEXT) : null;
    return hash === null ? [] : [{ kind: 'segment', hash, position }];
  });
  return open[choice % Math.max(1, open.length)] ?? null;
}

function assetOf(kind: Made['kind'], hash: string, narration: string) {
  if (kind === 'voice') return spoken(narration, hash);
  return kind === 'picture' ? drawn(hash) : { segmentHash: hash, segmentKey: `v/segment-${hash}.ts` };
}
