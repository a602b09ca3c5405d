/** Models that end soon, or that their server has no more, and what it has in their place. Pure. */
import type { ModelNotice } from '#jobs/ports/engine-overview.ts';
import { speaksInRealtime } from './catalogue';
import { isOpenAi, type ProviderSettings, SERVED, type Served } from './settings';

/** What a server says of a model. */
export interface ListedModel {
  id: string;
  /** When it was made, seconds since the epoch; 0 where that is not told. */
  created: number;
  /** Day on which it is shut down, ISO 8601; null where none is told. */
  shutdownDate: string | null;
}

/** Last days of OpenAI's models by its page of deprecations, as read in November 2026; a server's own word goes before. */
const LAST_DAYS: readonly [model: RegExp, day: string][] = [
  [/^gpt-image-1(-\d|$)/, '2026-10-23'],
  [/^(gpt-image-1(\.5|-mini)(-|$)|chatgpt-image-latest$)/, '2026-12-01'],
  [/^(gpt-5(-mini|-nano|-pro)?|o3(-pro)?)(-\d{4}|$)/, '2026-12-11'],
  [/^(gpt-4o-mini-tts|tts-1|tts-1-hd)(-|$)/, '2027-01-06'],
  [/^(whisper-1|gpt-4o(-mini)?-transcribe)(-|$)/, '2027-02-26'],
  [/^gpt-4(o|\.1)(-|$)/, '2027-01-14'],
  // The newer ones have a number of their own.
  [/^gpt-(realtime|audio)(-mini)?(-\d{4}|$)/, '2027-01-20'],
  [/^gpt-5\.(1|4-nano)(-\d{4}|$)/, '2027-04-01'],
];

/** Which of a server's models may do a capability's work, by their names. */
const KINDS: Readonly<Record<Served, (id: string) => boolean>> = {
  script: (id) => !/image|tts|whisper|transcribe|audio|realtime|moderation|embed|sora|search/i.test(id),
  image: (id) => /image|flux|diffusion|dall/i.test(id),
  speech: (id) => /tts|speech|kokoro/i.test(id) || speaksInRealtime(id),
  transcribe: (id) => /whisper|transcribe/i.test(id),
  moderation: (id) => /moderation/i.test(id),
};

/** A month ahead there is time to choose another. */
const WARNED_DAYS = 31;
const MOST_OFFERED = 5;
const DAY_MS = 86_400_000;

/**
 * @param lists what each server says, by its base address; absent where it does not say
 * @param nowMs since the epoch
 */
export function modelNotices(
  settings: ProviderSettings,
  lists: ReadonlyMap<string, readonly ListedModel[]>,
  nowMs: number,
): ModelNotice[] {
  return SERVED.flatMap((capability) => {
    const server = settings[capability];
    if (!server) return [];
    const { baseUrl, model } = server;
    const list = lists.get(baseUrl) ?? [];
    const listed = list.find(({ id }) => isSameModel(id, model));
    const endsOn = listed?.shutdownDate ?? (isOpenAi(baseUrl) ? lastDayOf(model) : null);
    const isUnlisted = list.length > 0 && !listed && !listsNoDeployments(baseUrl);
    // A runner of one model answers by it, whatever name it is asked for.
    const isGone = isUnlisted && !(server.isOwn && list.length === 1);
    if (!isUnlisted && !(endsOn && isNear(endsOn, nowMs))) return [];
    const others = list
      .filter(({ id, shutdownDate }) => {
        const day = shutdownDate ?? lastDayOf(id);
        return !isSameModel(id, model) && KINDS[capability](id) && !(day && isNear(day, nowMs));
      })
      .sort((a, b) => b.created - a.created)
      .slice(0, MOST_OFFERED)
      .map(({ id }) => id);
    const only = isUnlisted && !isGone ? list.map(({ id }) => id) : others;
    return [{ capability, model, isGone, endsOn, others: only }];
  });
}

/**
 * Whether a server lists the model that was named, by its own spelling: Ollama adds the tag `latest`, llama.cpp the path
 * and the ending of the file.
 */
function isSameModel(listed: string, named: string): boolean {
  return listed === named || plainName(listed) === plainName(named);
}

function plainName(model: string): string {
  const file = /\.gguf$/i.test(model) ? model.replace(/^.*[/\\]/, '').replace(/\.gguf$/i, '') : model;
  return file.replace(/:latest$/, '').toLowerCase();
}

/** Azure lists the models that there are, and is asked by the names of deployments. */
function listsNoDeployments(baseUrl: string): boolean {
  return /\.azure\.(com|us|cn)$/.test(new URL(baseUrl).hostname);
}

function lastDayOf(model: string): string | null {
  return LAST_DAYS.find(([pattern]) => pattern.test(model))?.[1] ?? null;
}

function isNear(day: string, nowMs: number): boolean {
  return Date.parse(day) - nowMs < WARNED_DAYS * DAY_MS;
}
