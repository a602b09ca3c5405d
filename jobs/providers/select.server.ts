/** Which engine does what: the operator's servers where they are set, the built-in studio everywhere else. */

import { type CallHooks, NO_HOOKS } from '#jobs/ports/calls/call-hooks.ts';
import type { Illustrator, Providers, Speaker, Transcriber, WordTimer } from '#jobs/ports/engines.ts';
import type { Provider, ProviderEngines, ProviderTools } from '#jobs/ports/provider.ts';
import type { TaskRunner } from '#jobs/ports/task-runner.ts';
import type { SoundTasks } from '#jobs/sound/sound-tasks.ts';
import { sceneOfPrompt } from '#jobs/story/film/picture-cast.ts';
import { builtinProviders } from '#jobs/studio/engines.server.ts';
import { captionTokens } from '#jobs/studio/narrator/text/caption-tokens.ts';
import { iconOf } from '#jobs/studio/reading/icons/icons-found.ts';
import type { StudioTasks } from '#jobs/studio/studio-tasks.ts';
import { timeWords } from './timing/word-timer';

/** What engines need of the machine. */
export interface EngineTools extends Pick<ProviderTools, 'decodeAudio'> {
  /** For what takes a processor long. */
  tasks: TaskRunner<StudioTasks & Pick<SoundTasks, 'alignSounds'>>;
  /** The machine's own voice for other languages, where it has one. */
  systemSpeech?: Speaker | undefined;
  /** Voices that are installed on the machine, where there is a place for them. */
  localSpeech?: Speaker | undefined;
  /** How remote calls are tried, where not as usual. */
  calls?: Omit<ProviderTools['calls'], 'hooks'>;
}

/** Voice of the reference that word times are found with. */
const REFERENCE_VOICE = 'slt';

/**
 * One engine for each capability: the first provider's that has one, or the built-in studio's. Which one it is,
 * and so each identity, follows from the settings alone: the engines of `countedBy` make the same assets.
 */
export async function selectProviders(
  providers: readonly Provider[],
  tools: EngineTools,
): Promise<Providers> {
  const { tasks, systemSpeech, localSpeech, decodeAudio } = tools;
  const studio = builtinProviders(tasks);
  const builtin = {
    ...studio,
    wordTimer: wordTimer(null, studio.speech, tasks),
    ...(systemSpeech && { systemSpeech }),
    ...(localSpeech && { localSpeech }),
  };
  if (providers.length === 0) return builtin;
  const makers = await Promise.all(providers.map((provider) => provider.load()));
  const drawings = drawingScenesAlone(builtin.pictures);
  const countedBy = (hooks: CallHooks): Providers => {
    const calls = { ...tools.calls, hooks };
    const made = makers.map((makeEngines) => makeEngines({ calls, decodeAudio, iconOf }));
    const { script, pictures, speech, transcriber = null, moderator, animator } = firstOfEach(made);
    return {
      ...builtin,
      script: script ? counted(script) : builtin.script,
      pictures: pictures ? counted(pictures) : drawings,
      speech: speech ? counted(speech) : builtin.speech,
      ...(pictures && { drawings }),
      ...(speech && { ownSpeech: builtin.speech }),
      ...(script && { ownScript: builtin.script }),
      wordTimer: wordTimer(transcriber, builtin.speech, tasks),
      ownWordTimer: builtin.wordTimer,
      ...(moderator && { moderator: counted(moderator) }),
      ...(animator && { animator: counted(animator) }),
      countedBy,
    };
  };
  return countedBy(NO_HOOKS);
}

function firstOfEach(made: readonly ProviderEngines[]): ProviderEngines {
  return Object.assign({}, ...made.toReversed());
}

/** Whatever a provider makes passes the ledger's hooks with each of its calls. */
function counted<E extends object>(engine: E): E & { isCounted: true } {
  return { ...engine, isCounted: true };
}

/** The built-in illustrator reads what is seen; looks and style that are meant for a model would confuse it. */
function drawingScenesAlone(illustrator: Illustrator): Illustrator {
  return {
    ...illustrator,
    drawPicture: ({ prompt, ...request }, signal) =>
      illustrator.drawPicture({ ...request, prompt: sceneOfPrompt(prompt) }, signal),
  };
}

/** For speech that comes without times, whoever spoke it. */
function wordTimer(
  transcriber: Transcriber | null,
  reference: Speaker,
  tasks: EngineTools['tasks'],
): WordTimer {
  return {
    timeWords: (request, signal) =>
      timeWords(
        request,
        {
          transcriber,
          captionWords: (text) => captionTokens(text).map((token) => token.text),
          referenceVoice: (text, language) =>
            reference.speak({ text, voice: REFERENCE_VOICE, language }, signal),
          alignToReference: (target, spoken, referenceWords) =>
            tasks.run('alignSounds', { target, reference: spoken, referenceWords }, signal),
        },
        signal,
      ),
  };
}
