/**
 * The states of a video, the ways between them, and what a person is told in each.
 *
 * The machine is pure: `jobs/db/videos.server.ts` performs a transition as one guarded update, and this
 * module says which updates may be asked for.
 */
import type { Fault } from './fault';

export const VIDEO_STATUSES = [
  'pending',
  'script_generated',
  'assets_missing',
  'assets_generated',
  'rendering',
  'completed',
  'failed',
  'cancelled',
] as const;
export type VideoStatus = (typeof VIDEO_STATUSES)[number];

const WAYS: Record<VideoStatus, readonly VideoStatus[]> = {
  pending: ['script_generated', 'failed', 'cancelled'],
  script_generated: ['pending', 'assets_missing', 'assets_generated', 'failed', 'cancelled'],
  assets_missing: ['pending', 'script_generated', 'assets_generated', 'failed', 'cancelled'],
  assets_generated: ['assets_missing', 'rendering', 'failed', 'cancelled'],
  rendering: ['assets_missing', 'assets_generated', 'completed', 'failed', 'cancelled'],
  completed: ['assets_missing'],
  failed: ['pending', 'assets_missing'],
  cancelled: ['pending', 'assets_missing'],
};

/** Whether a video may go from one state to another; staying is not a transition. */
export function canMove(from: VideoStatus, to: VideoStatus): boolean {
  return WAYS[from].includes(to);
}

/** All states from which `to` may be reached: the `where status in (…)` of its guarded update. */
export function statesBefore(to: VideoStatus): VideoStatus[] {
  return VIDEO_STATUSES.filter((from) => canMove(from, to));
}

const FINISHED_STATUSES: readonly VideoStatus[] = ['completed', 'failed', 'cancelled'];

/** States in which a job is expected to be working or waiting to work on the video. */
export const UNFINISHED_STATUSES = VIDEO_STATUSES.filter((status) => !FINISHED_STATUSES.includes(status));

/** Whether nothing will change any more without a person's doing. */
export function isFinished(status: VideoStatus): boolean {
  return FINISHED_STATUSES.includes(status);
}

/** The facts of a video from which its progress and stage text follow. */
export interface VideoFacts {
  status: VideoStatus;
  error: Fault | null;
  /** What the newest attempt began last, such as `scene 3: voice`; others may be under way beside it. */
  activity: string | null;
  framesDone: number;
  /** 0 until the lengths of all scenes are known. */
  framesTotal: number;
  /** Voices and pictures that exist. */
  assetsDone: number;
  /** Voices and pictures that the film needs; 0 until the script exists. */
  assetsTotal: number;
  /** Scenes that have their voice and their picture, or the card in its place. */
  scenesReady: number;
  /** 0 until the script exists. */
  scenesTotal: number;
  /** Whether it waits, once its storyboard is written, for a person to go on. */
  held: boolean;
  /** Whether it waits for what another video of its order makes for both. */
  waits: boolean;
}

/** Percent from 0 to 100; whole numbers, never beyond what the state allows. */
export function progressOf(facts: VideoFacts): number {
  switch (facts.status) {
    case 'pending':
      return 5;
    case 'script_generated':
    case 'assets_missing':
      return facts.assetsTotal === 0 ? 20 : 20 + share(facts.assetsDone, facts.assetsTotal, 40);
    case 'assets_generated':
      return 60;
    case 'rendering':
      return facts.framesTotal === 0 ? 80 : 80 + share(facts.framesDone, facts.framesTotal, 19);
    case 'completed':
      return 100;
    case 'failed':
    case 'cancelled':
      return 0;
  }
}

/** What is happening, as the banner, the toast and the API say it. */
export function stageOf(facts: VideoFacts): string {
  switch (facts.status) {
    case 'pending':
      if (facts.waits) return 'Waiting for the script, voices and pictures that it shares with another film…';
      return facts.error
        ? `Writing the script… (again, after: ${facts.error.message})`
        : 'Writing the script…';
    case 'script_generated':
      if (isHeld(facts)) return 'The storyboard is ready: look through it, then go on.';
      return facts.scenesTotal === 0 ? 'Generating assets…' : `Generating assets… (${scenesStage(facts)})`;
    case 'assets_missing':
      return facts.error
        ? `Some assets are missing: ${facts.error.message} ${facts.error.hint}`
        : 'Some assets are missing: they will be made again.';
    case 'assets_generated':
      return 'Validating assets…';
    case 'rendering':
      return facts.framesTotal === 0
        ? 'Rendering video…'
        : `Rendering video… (${facts.framesDone} of ${facts.framesTotal} frames)`;
    case 'completed':
      return 'Video ready!';
    case 'failed':
      return facts.error
        ? `Processing failed: ${facts.error.message} ${facts.error.hint}`
        : 'Processing failed.';
    case 'cancelled':
      return 'Cancelled';
  }
}

/** Whether its storyboard is written and waits for a person to go on. */
export function isHeld({ status, held }: Pick<VideoFacts, 'status' | 'held'>): boolean {
  return status === 'script_generated' && held;
}

function scenesStage({ scenesReady, scenesTotal, activity }: VideoFacts): string {
  const ready = `${scenesReady} of ${scenesTotal} ${scenesTotal === 1 ? 'scene' : 'scenes'} ready`;
  return activity && scenesReady < scenesTotal ? `${ready}, now ${activity}` : ready;
}

function share(done: number, total: number, points: number): number {
  return Math.floor(Math.min(1, Math.max(0, done / total)) * points);
}
