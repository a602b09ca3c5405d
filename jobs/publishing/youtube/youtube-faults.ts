/** What YouTube refuses, in words for a person. Pure. */
import { PublishingSetback } from '#jobs/ports/publisher.ts';
import { type Fault, StoryError } from '#jobs/story/film/fault.ts';

/** What an answer of the Data API says of itself. */
export interface Refusal {
  status: number;
  /** Google's own word for it, such as `quotaExceeded`; null where there is none. */
  reason: string | null;
  /** For how long it asks to be left alone, ms. */
  restMs: number | null;
}

/** Those that pass by themselves. */
const PASSING = new Set(['rateLimitExceeded', 'userRateLimitExceeded', 'backendError', 'internalError']);

type Words = Omit<Fault, 'retryable'>;

/** By Google's own words; whoever reads it can do something about each. */
const BY_REASON: Readonly<Record<string, Words>> = {
  quotaExceeded: {
    code: 'youtube_quota',
    message: 'YouTube takes no more from this StoryShort today: the quota of its API is used up.',
    hint: 'It begins anew at midnight Pacific time: publish again then. Whoever runs this StoryShort can ask Google for more.',
  },
  uploadLimitExceeded: {
    code: 'youtube_upload_limit',
    message: 'The channel has uploaded as many videos as YouTube lets it within a day.',
    hint: 'Publish again tomorrow.',
  },
  youtubeSignupRequired: {
    code: 'youtube_no_channel',
    message: 'The account that was connected has no channel at YouTube.',
    hint: 'Make a channel on youtube.com, then publish again.',
  },
  insufficientPermissions: {
    code: 'youtube_permission',
    message: 'The consent that was given does not allow uploads.',
    hint: 'Disconnect YouTube under Publishing, connect it again, and leave every box ticked.',
  },
  accessNotConfigured: {
    code: 'youtube_not_enabled',
    message: 'The YouTube Data API is not switched on for this StoryShort’s project at Google.',
    hint: 'Whoever runs this StoryShort has to enable it in the Google Cloud console: docs/publishing.md.',
  },
  invalidTitle: {
    code: 'youtube_title',
    message: 'YouTube does not take this title.',
    hint: 'Publish again with another one.',
  },
  invalidDescription: {
    code: 'youtube_description',
    message: 'YouTube does not take this description.',
    hint: 'Publish again with another one.',
  },
  invalidCategoryId: {
    code: 'youtube_category',
    message: 'YouTube does not know this category in the channel’s country.',
    hint: 'Publish again with another one.',
  },
};
const SAME_AS: Readonly<Record<string, string>> = {
  dailyLimitExceeded: 'quotaExceeded',
  insufficientScopes: 'insufficientPermissions',
  ACCESS_TOKEN_SCOPE_INSUFFICIENT: 'insufficientPermissions',
  SERVICE_DISABLED: 'accessNotConfigured',
};

/** What is thrown for a refusal: a setback where it may pass by itself. */
export function youtubeFault({ status, reason, restMs }: Refusal): PublishingSetback | StoryError {
  if (status >= 500 || status === 408 || status === 429 || (reason !== null && PASSING.has(reason)))
    return new PublishingSetback(
      {
        code: 'youtube_busy',
        message: `YouTube cannot take it just now (${status}${reason === null ? '' : `, ${reason}`}).`,
        hint: 'Nothing has to be done: it goes on by itself where it stood.',
      },
      restMs,
    );
  const words = reason === null ? undefined : BY_REASON[SAME_AS[reason] ?? reason];
  return new StoryError({
    ...(words ?? {
      code: 'youtube_refused',
      message: `YouTube refused it (${status}${reason === null ? '' : `, ${reason}`}).`,
      hint: 'Try again; if it is refused every time, look at the channel in YouTube Studio.',
    }),
    retryable: true,
  });
}

/** YouTube cannot be reached. */
export function youtubeAway(): PublishingSetback {
  return new PublishingSetback({
    code: 'youtube_away',
    message: 'YouTube cannot be reached from here just now.',
    hint: 'Nothing has to be done: it goes on by itself where it stood.',
  });
}

/** The consent holds no more: only its owner can give it again. */
export function consentLost(): StoryError {
  return new StoryError({
    code: 'youtube_consent_lost',
    message: 'YouTube does not let StoryShort in any more: the consent was withdrawn, or has expired.',
    hint: 'Connect YouTube again under Publishing, then publish again.',
    retryable: false,
  });
}

/** Google's own word for what is wrong, of the body of an answer. */
export function reasonIn(body: unknown): string | null {
  const error = fieldOf(body, 'error');
  const [first] = listOf(fieldOf(error, 'errors'));
  const [detail] = listOf(fieldOf(error, 'details')).filter(
    (one) => typeof fieldOf(one, 'reason') === 'string',
  );
  const reason = fieldOf(detail, 'reason') ?? fieldOf(first, 'reason');
  // It is shown to people, and is a stranger's.
  return typeof reason === 'string' && /^\w{1,60}$/.test(reason) ? reason : null;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
