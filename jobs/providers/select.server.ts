/** Which engine does what: the operator's servers where they are set, the built-in studio everywhere else. */

import { type CallHooks, NO_HOOKS } from '#jobs/ports/calls/call-hooks.ts';
import type { Illustrator, Moderator, Providers, Speaker, WordTimer } from '#jobs/ports/engines.ts';
import { sceneOfPrompt } from '#jobs/story/film/picture-cast.ts';
import { builtinProviders } from '#jobs/studio/engines.server.ts';
import { captionTokens } from '#jobs/studio/narrator/text/caption-tokens.ts';
import type { ThreadPool } from '#jobs/threads/pool.server.ts';
import type { CallDependencies } from './openai/call/call';
import { moderate } from './openai/moderation/moderator';
import { openAiIllustrator } from './openai/picture/illustrator';
import { openAiScriptWriter } from './openai/script/script-writer';
import type { ProviderSettings, ServerSettings, SpeechSettings } from './openai/settings/settings';
import { openAiSpeaker } from './openai/speech/speaker';
import type { AudioDecoder } from './openai/speech/speech-sound';
import { timeWords } from './openai/transcribe/word-timer';

/** What engines need of the machine. */
export interface EngineTools {
  threads: ThreadPool;
  decodeAudio: AudioDecoder;
  /** The machine's own voice for other languages, where it has one. */
  systemSpeech?: Speaker | undefined;
  /** How remote calls are tried, where not as usual. */
  calls?: Omit<CallDependencies, 'hooks'>;
}

/** Voice of the reference that word times are found with. */
const REFERENCE_VOICE = 'slt';
/** What the protocol takes, times the voice's own pace. */
const SLOWEST = 0.25;
const FASTEST = 4;

/**
 * One engine for each capability. Which one it is, and so each identity, follows from the settings alone: the
 * engines of `countedBy` make the same assets.
 */
export function selectProviders(settings: ProviderSettings, tools: EngineTools): Providers {
  const { threads, systemSpeech } = tools;
  const builtin = { ...builtinProviders(threads), ...(systemSpeech && { systemSpeech }) };
  const isRemote = Object.values(settings).some((server) => server !== null);
  return isRemote ? remoteProviders(settings, builtin, tools, NO_HOOKS) : builtin;
}

function remoteProviders(
  settings: ProviderSettings,
  builtin: Providers,
  tools: EngineTools,
  hooks: CallHooks,
): Providers {
  const { script, image, speech, transcribe, moderation } = settings;
  const calls = { ...tools.calls, hooks };
  const drawings = drawingScenesAlone(builtin.pictures);
  return {
    ...builtin,
    script: script ? { ...openAiScriptWriter(script, calls), isCounted: true } : builtin.script,
    pictures: image ? { ...openAiIllustrator(image, calls), isCounted: true } : drawings,
    speech: speech ? remoteSpeaker(speech, tools, calls) : builtin.speech,
    ...(image && { drawings }),
    ...(speech && { wordTimer: wordTimer(transcribe, builtin.speech, tools, calls) }),
    ...(moderation && { moderator: moderator(moderation, calls) }),
    countedBy: (others) => remoteProviders(settings, builtin, tools, others),
  };
}

/** The built-in illustrator reads what is seen; looks and style that are meant for a model would confuse it. */
function drawingScenesAlone(illustrator: Illustrator): Illustrator {
  return {
    ...illustrator,
    drawPicture: ({ prompt, ...request }, signal) =>
      illustrator.drawPicture({ ...request, prompt: sceneOfPrompt(prompt) }, signal),
  };
}

/** A wanted speed is in proportion to the operator's own. */
function remoteSpeaker(
  settings: SpeechSettings,
  { decodeAudio }: EngineTools,
  calls: CallDependencies,
): Speaker {
  const speaker = openAiSpeaker(settings, { ...calls, decodeAudio });
  return {
    identity: speaker.identity,
    identityIn: speaker.identityIn,
    isCounted: true,
    speak: ({ speed = 1, ...request }, signal) => {
      const wanted = Math.min(FASTEST, Math.max(SLOWEST, settings.speed * speed));
      return speaker.speak({ ...request, speed: wanted }, signal);
    },
  };
}

function wordTimer(
  settings: ServerSettings | null,
  reference: Speaker,
  { threads }: EngineTools,
  calls: CallDependencies,
): WordTimer {
  return {
    timeWords: (request, signal) =>
      timeWords(
        settings,
        request,
        {
          ...calls,
          captionWords: (text) => captionTokens(text).map((token) => token.text),
          referenceVoice: (text, language) =>
            reference.speak({ text, voice: REFERENCE_VOICE, language }, signal),
          alignToReference: (target, spoken, referenceWords) =>
            threads.run('alignSounds', { target, reference: spoken, referenceWords }, signal),
        },
        signal,
      ),
  };
}

function moderator(settings: ServerSettings, calls: CallDependencies): Moderator {
  return {
    identity: { name: 'openai', model: settings.model },
    isCounted: true,
    check: (what, texts, signal) => moderate(settings, what, texts, calls, signal),
  };
}
