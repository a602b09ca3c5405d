/** What a folder of `providers/` brings: its settings as they were read, and engines that ask its server. */
import type { FilmTariff } from '#jobs/story/budget/film-cost.ts';
import type { MotionService } from '#jobs/story/order/motion-service.ts';
import type { PictureService } from '#jobs/story/order/picture-service.ts';
import type { SpeechService } from '#jobs/story/order/speech-service.ts';
import type { Animator } from './animator';
import type { CallDependencies } from './calls/call';
import type { Capability } from './capability';
import type { Decoder } from './decoder';
import type { EngineTest, EngineView, ModelNotice } from './engine-overview';
import type { Illustrator, Moderator, ScriptWriter, Speaker, Transcriber } from './engines';

/** What engines of a provider are made with. */
export interface ProviderTools {
  /** To be handed on to `makeCall` as they are: the ledger takes part in each call by their hooks. */
  calls: CallDependencies;
  decodeAudio: Decoder['decodeAudio'];
  /** The drawing that shows an English noun, by its name, or null; absent for none. */
  iconOf?: (noun: string) => string | null;
}

/** The engines that a provider has, as plain objects; each asks its server through `makeCall` alone. */
export interface ProviderEngines {
  script?: ScriptWriter;
  pictures?: Illustrator;
  speech?: Speaker;
  transcriber?: Transcriber;
  moderator?: Moderator;
  animator?: Animator;
}

/** Makes a provider's engines. Their identities follow from the settings alone. */
export type MakeEngines = (tools: ProviderTools) => ProviderEngines;

/** A provider whose settings are there. Keys stay inside of it. */
export interface Provider {
  /** Short stable name, such as `openai`; the beginning of its engines' identities. */
  readonly name: string;
  /** Loads what makes its engines, which may be large. */
  load(): Promise<MakeEngines>;
  /** What the settings page says of each capability that it has. */
  readonly views: readonly EngineView[];
  /** What may be chosen for a film; absent where there is nothing to choose. */
  readonly speech?: SpeechService | null;
  readonly pictures?: PictureService | null;
  readonly motion?: MotionService | null;
  /** Prices from which pages tell a film's cost; absent where everything is free. */
  readonly tariff?: FilmTariff | null;
  /** Models that end soon or are gone; absent where that is not known. */
  notices?(signal: AbortSignal): Promise<readonly ModelNotice[]>;
  /**
   * One tiny real call for the Test button, where a cheaper one than usual is known. Rejects with the signal's
   * reason alone.
   */
  test?(capability: Capability, tools: ProviderTools, signal: AbortSignal): Promise<EngineTest>;
}

/** What is wrong with one variable; never repeats a value. */
export interface SettingsIssue {
  variable: string;
  message: string;
}

/** A provider, null where none of its settings is there, or what is wrong with them. */
export type ReadProvider = { ok: true; provider: Provider | null } | { ok: false; issues: SettingsIssue[] };

/** Reads a provider's settings from the variables of the environment, of which the empty ones are left out. */
export type ProviderReader = (variables: Readonly<Record<string, string | undefined>>) => ReadProvider;
