/** Answers that arrived and cannot be used. */
import { OTHER_PROTOCOL, ProviderFault } from '#jobs/ports/calls/provider-fault.ts';
import { type CalledServer, type Capability, serverName } from '#jobs/ports/capability.ts';
import { hostOf, type ServerSettings } from '#jobs/providers/openai/settings/settings.ts';

/** Which server was asked for what. */
export interface Asked {
  capability: Capability;
  settings: ServerSettings;
}

/** The same for whom settings and keys are no affair of. */
export function serverOf({ capability, settings }: Asked): CalledServer {
  return { capability, host: hostOf(settings) };
}

/** Beginning of the environment variables that configure a capability. */
export function variablePrefix({ capability }: Asked): string {
  return capability.toUpperCase();
}

/** The answer broke off or is no valid JSON; the work was done all the same. */
export function truncatedAnswer(asked: Asked): ProviderFault {
  return new ProviderFault(
    {
      code: 'answer_truncated',
      message: `${serverName(serverOf(asked))} sent an answer that breaks off in the middle.`,
      hint: 'Try again.',
      retryable: true,
    },
    { status: 200, maybeCharged: true, unusable: true },
  );
}

/** The answer is whole but not what was asked for; `why` is a clause such as “it has no scenes”. */
export function unusableAnswer(asked: Asked, code: string, why: string): ProviderFault {
  return new ProviderFault(
    {
      code,
      message: `${serverName(serverOf(asked))} sent an answer that cannot be used: ${why}.`,
      hint: `Try again; if it happens every time, choose another model (${variablePrefix(asked)}_MODEL).`,
      retryable: true,
    },
    { status: 200, maybeCharged: true, unusable: true },
  );
}

/** Something answered that does not speak the protocol, such as a web page. */
export function notTheProtocol(asked: Asked): ProviderFault {
  return new ProviderFault(
    {
      code: OTHER_PROTOCOL,
      message: `${serverName(serverOf(asked))} answers, but not in OpenAI’s protocol.`,
      hint: `Check ${variablePrefix(asked)}_BASE_URL or OPENAI_BASE_URL: it usually ends in /v1.`,
      retryable: false,
    },
    { status: 200 },
  );
}

/** The model would not do it. */
export function refusedAnswer(asked: Asked, code: string, message: string, hint: string): ProviderFault {
  return new ProviderFault(
    { code, message, hint, retryable: false },
    { status: 200, refused: true, maybeCharged: asked.capability === 'script' },
  );
}
