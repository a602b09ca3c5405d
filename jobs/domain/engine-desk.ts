/** What the pages know of the engines: which servers are set, what they cost, and how to try them. Holds no key. */
import type { Fault } from './errors';
import type { FilmTariff } from './film-cost';

export const REMOTE_CAPABILITIES = ['script', 'image', 'speech', 'transcribe', 'moderation'] as const;
export type RemoteCapability = (typeof REMOTE_CAPABILITIES)[number];

/** One capability as the settings page shows it. */
export interface EngineView {
  capability: RemoteCapability;
  /** False where the built-in studio does it. */
  configured: boolean;
  host: string | null;
  model: string | null;
  hasKey: boolean;
  /** Quality, voice and the like. */
  details: readonly (readonly [name: string, value: string])[];
  /** Voices that go with the model; null where any name may be given. */
  voices: readonly string[] | null;
  /** What trying it may cost at most, US dollars. */
  testUsd: number;
}

export type EngineTest =
  /** `detail` is a sentence that says what came back. */
  { ok: true; detail: string; durationMs: number } | { ok: false; fault: Fault; durationMs: number };

export interface EngineDesk {
  engines: readonly EngineView[];
  /** Null for no limit, US dollars. */
  caps: { perVideoUsd: number | null; perDayUsd: number | null };
  /** What a film costs; null where everything is built in and free. */
  tariff: FilmTariff | null;
  /** Date of the price list, ISO 8601. */
  pricesAsOf: string;
  /** Makes one tiny real call. Rejects with the signal's reason alone. */
  test(capability: RemoteCapability, signal: AbortSignal): Promise<EngineTest>;
}

/** What the connected speech service calls its voice; undefined where there is none. */
export function serviceVoice(desk: Pick<EngineDesk, 'engines'> | undefined): string | undefined {
  const speech = desk?.engines.find(({ capability }) => capability === 'speech');
  return speech?.details.find(([name]) => name === 'Voice')?.[1];
}

/** Whether a capability has a server. */
export function isConfigured(
  desk: Pick<EngineDesk, 'engines'> | undefined,
  wanted: RemoteCapability,
): boolean {
  return desk?.engines.some(({ capability, configured }) => capability === wanted && configured) ?? false;
}
