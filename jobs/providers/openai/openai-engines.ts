import type { Moderator, Speaker } from '#jobs/ports/engines.ts';
import type { ProviderEngines, ProviderTools } from '#jobs/ports/provider.ts';
import { USUAL_VOICE } from '#jobs/story/order/voices.ts';
import { moderate } from './moderation/moderator';
import { openAiIllustrator } from './picture/illustrator';
import { openAiScriptWriter } from './script/script-writer';
import type { ProviderSettings, ServerSettings, SpeechSettings } from './settings/settings';
import { openAiSpeaker } from './speech/speaker';
import { openAiTranscriber } from './transcribe/transcriber';

/** What the protocol takes, times the voice's own pace. */
const SLOWEST = 0.25;
const FASTEST = 4;

/** An engine for each capability that has a server. */
export function openAiEngines(settings: ProviderSettings, tools: ProviderTools): ProviderEngines {
  const { script, image, speech, transcribe, moderation } = settings;
  const { calls, iconOf } = tools;
  return {
    ...(script && { script: openAiScriptWriter(script, { ...calls, ...(iconOf && { iconOf }) }) }),
    ...(image && { pictures: openAiIllustrator(image, calls) }),
    ...(speech && { speech: speakerInProportion(speech, tools) }),
    ...(transcribe && { transcriber: openAiTranscriber(transcribe, calls) }),
    ...(moderation && { moderator: openAiModerator(moderation, tools) }),
  };
}

/** A wanted speed is in proportion to the operator's own. */
function speakerInProportion(settings: SpeechSettings, { calls, decodeAudio }: ProviderTools): Speaker {
  const speaker = openAiSpeaker(settings, { ...calls, decodeAudio });
  return {
    ...speaker,
    voicesBeside: async (teller) =>
      settings.voices
        .filter((voice) => voice !== (teller.serviceVoice ?? settings.voice))
        .map((serviceVoice) => ({ voice: USUAL_VOICE, serviceVoice })),
    speak: ({ speed = 1, ...request }, signal) => {
      const wanted = Math.min(FASTEST, Math.max(SLOWEST, settings.speed * speed));
      return speaker.speak({ ...request, speed: wanted }, signal);
    },
  };
}

function openAiModerator(settings: ServerSettings, { calls }: ProviderTools): Moderator {
  return {
    identity: { name: 'openai', model: settings.model },
    check: (what, texts, signal) => moderate(settings, what, texts, calls, signal),
  };
}
