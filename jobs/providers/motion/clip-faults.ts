/** What can go wrong with a clip that a server was asked for. */
import { CLIP_FAILED, CLIP_LOST } from '#jobs/ports/animator.ts';
import { MODEL_UNKNOWN, ProviderFault } from '#jobs/ports/calls/provider-fault.ts';
import { contentRefusal, faultOfStatus, quoted } from '#jobs/ports/calls/server-faults.ts';
import { serverName } from '#jobs/ports/capability.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import { type MotionSettings, serverOf } from './motion-settings';
import type { JobState } from './protocols';

/** Words by which servers refuse what a still or a scene shows. */
const REFUSALS = /moderation|content_policy|safety|sensitive/i;

/** Whether an answer speaks of a refusal, whatever its shape. */
function refusalIn(told: unknown): boolean {
  return REFUSALS.test(JSON.stringify(told ?? '').slice(0, 2000));
}

/** Words by which servers say that a model is gone. */
const RETIRED =
  /model.{0,80}(not.?found|not exist|unknown|unsupported|deprecat|retired|shut)|(unknown|invalid|unsupported).{0,20}model/is;

/** Why an order was not taken, by the answer and what it tells. */
export function orderFault(settings: MotionSettings, answer: Response, told: unknown): ProviderFault {
  const { status } = answer;
  const server = serverOf(settings);
  if (refusalIn(told)) return contentRefusal(status, server);
  const words = JSON.stringify(told ?? '').slice(0, 2000);
  const isGone = status === 404 || status === 410 || (status === 400 && RETIRED.test(words));
  if (!isGone) return faultOfStatus(answer, server);
  return new ProviderFault(
    {
      code: MODEL_UNKNOWN,
      message: `${serverName(server)} does not know the model “${settings.model}”, or does not offer this service at all.`,
      hint: 'Check MOTION_MODEL and MOTION_BASE_URL.',
      retryable: false,
    },
    { status },
  );
}

export function unusable(why: string): ProviderFault {
  return new ProviderFault(
    {
      code: 'clip_unusable',
      message: `The motion server sent an answer that cannot be used: ${why}.`,
      hint: 'Check MOTION_BASE_URL and MOTION_PROTOCOL.',
      retryable: false,
    },
    { status: 200, maybeCharged: true, unusable: true },
  );
}

export function failedClip(
  settings: MotionSettings,
  seen: Extract<JobState, { state: 'failed' }>,
): StoryError {
  if (REFUSALS.test(`${seen.code} ${seen.message}`)) {
    return contentRefusal(200, serverOf(settings));
  }
  const words = quoted(seen.message || seen.code || 'no word of why', settings.apiKey);
  return clipFault(CLIP_FAILED, `The motion server could not make the clip: ${words}`);
}

export function lostClip({ baseUrl }: MotionSettings): StoryError {
  return clipFault(
    CLIP_LOST,
    `The motion server (${new URL(baseUrl).host}) does not have the clip any more.`,
  );
}

/** More than any clip has. */
export function tooLargeClip(): StoryError {
  return clipFault(CLIP_FAILED, 'The motion server sent a clip of more than 200 MB.');
}

function clipFault(code: string, message: string): StoryError {
  return new StoryError({
    code,
    message,
    hint: 'Press Fix to have it made once more, which is paid for again.',
    retryable: false,
  });
}

export function inTrouble({ baseUrl }: MotionSettings): StoryError {
  return new StoryError({
    code: 'clip_late',
    message: `The motion server (${new URL(baseUrl).host}) has not finished the clip, or cannot be reached.`,
    hint: 'It is asked again; what was ordered is not ordered twice.',
    retryable: true,
  });
}
