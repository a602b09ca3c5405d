/** What the pages know of the engines: which servers are set, what they cost, and how to try them. Holds no key. */

import type { FilmTariff } from '#jobs/story/budget/film-cost.ts';
import type { Fault } from '#jobs/story/film/fault.ts';
import type { MotionService } from '#jobs/story/order/motion-service.ts';
import type { PictureService } from '#jobs/story/order/picture-service.ts';
import type { SpeechService } from '#jobs/story/order/speech-service.ts';
import type { Capability } from './capability';

/** One capability as the settings page shows it. */
export interface EngineView {
  capability: Capability;
  /** False where the built-in studio does it. */
  configured: boolean;
  /** What keeps a server that is set from doing it, in a sentence; absent for nothing. */
  missing?: string | undefined;
  /** What of its settings is not as the operator wrote it, and why, in a sentence; absent for nothing. */
  warning?: string | undefined;
  host: string | null;
  model: string | null;
  hasKey: boolean;
  /** Quality, voice and the like. */
  details: readonly (readonly [name: string, value: string])[];
  /** Voices that may be chosen for a film; null where it is no voice's affair. */
  voices: readonly string[] | null;
  /** What trying it may cost at most, US dollars; null where nobody told its price. */
  testUsd: number | null;
}

/**
 * A model that ends soon (`endsOn`), or that its server does not list any more (`isGone`); with neither, the server has
 * one model alone, of another name, and may answer by it all the same.
 */
export interface ModelNotice {
  capability: Capability;
  model: string;
  isGone: boolean;
  /** Its last day, ISO 8601; null where that is not known. */
  endsOn: string | null;
  /** Models of the same server that may take its place, the newest first. */
  others: readonly string[];
}

export type EngineTest =
  /** `detail` is a sentence that says what came back. */
  { ok: true; detail: string; durationMs: number } | { ok: false; fault: Fault; durationMs: number };

export interface EngineOverview {
  engines: readonly EngineView[];
  /** Null for no limit, US dollars. */
  caps: { perVideoUsd: number | null; perDayUsd: number | null };
  /** What the speech server offers for a film; null where the built-in voices speak. */
  speech: SpeechService | null;
  /** What the picture server offers for a film; null where the built-in studio draws. */
  pictures: PictureService | null;
  /** The picture-to-video model that lets pictures move; null where the camera alone does. */
  motion: MotionService | null;
  /** What a film costs; null where everything is built in and free. */
  tariff: FilmTariff | null;
  /** Models that need somebody's attention, by what servers say of theirs; asked for once an hour. */
  notices(): Promise<readonly ModelNotice[]>;
  /** Makes one tiny real call. Rejects with the signal's reason alone. */
  test(capability: Capability, signal: AbortSignal): Promise<EngineTest>;
}

/** Whether a capability has a server. */
export function isConfigured(
  backend: Pick<EngineOverview, 'engines'> | undefined,
  wanted: Capability,
): boolean {
  return backend?.engines.some(({ capability, configured }) => capability === wanted && configured) ?? false;
}
