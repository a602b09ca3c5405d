/** What the settings page shows: plain values, never a key. */

import { type Estimate, NOTHING } from '#jobs/ports/calls/call-estimate.ts';
import { testEstimate } from '#jobs/providers/openai/prices/test-estimate.ts';
import type { PictureService } from '#jobs/story/order/picture-service.ts';
import type { SpeechService } from '#jobs/story/order/speech-service.ts';
import { offersTone, qualitiesOf } from './catalogue';
import { hostOf, type ProviderSettings, SERVED, type Served } from './settings';

export interface CapabilityView {
  capability: Served;
  /** False where the built-in studio does it. */
  configured: boolean;
  host: string | null;
  model: string | null;
  /** Whether a key is set; the key itself is not told. */
  hasKey: boolean;
  /** Quality, voice and the like, as pairs to be listed. */
  details: [name: string, value: string][];
  /** Voices that may be chosen for a film; null where it is no voice's affair. */
  voices: readonly string[] | null;
  /** What the Test button may cost. */
  testCost: Estimate;
}

export function viewSettings(settings: ProviderSettings): CapabilityView[] {
  return SERVED.map((capability) => {
    const server = settings[capability];
    return {
      capability,
      configured: server !== null,
      host: server && hostOf(server),
      model: server?.model ?? null,
      hasKey: server?.apiKey != null,
      details: detailsOf(capability, settings),
      voices: capability === 'speech' ? (settings.speech?.voices ?? null) : null,
      testCost: server ? testEstimate(capability, settings) : NOTHING,
    };
  });
}

/** What the speech server offers for a film, or null. */
export function speechService({ speech }: Pick<ProviderSettings, 'speech'>): SpeechService | null {
  if (!speech) return null;
  const { model, voices, voice: usualVoice } = speech;
  return { model, voices, usualVoice, takesTone: offersTone(speech) };
}

/** What the picture server offers for a film, or null. */
export function pictureService({ image }: Pick<ProviderSettings, 'image'>): PictureService | null {
  return image && { model: image.model, qualities: qualitiesOf(image), usualQuality: image.quality };
}

function detailsOf(capability: Served, { script, image, speech }: ProviderSettings): [string, string][] {
  if (capability === 'script' && script) {
    return [
      ['Effort', script.effort ?? 'the model’s own'],
      ['Structure', script.structure],
    ];
  }
  if (capability === 'image' && image) {
    return [
      ['Quality', image.quality],
      ['Resolution', image.resolution],
      ['Follows earlier pictures', image.edits],
    ];
  }
  if (capability === 'speech' && speech) {
    return [
      ['Voice', speech.voice],
      ['Speed', String(speech.speed)],
      ['Instructions', speech.instructions ?? 'none'],
    ];
  }
  return [];
}
