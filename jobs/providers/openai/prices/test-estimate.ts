import { type Estimate, NOTHING } from '#jobs/ports/calls/call-estimate.ts';
import type { Capability } from '#jobs/ports/capability.ts';
import type { ProviderSettings } from '#jobs/providers/openai/settings/settings.ts';
import { estimatePicture, estimateSpeech } from './estimate';

/** What pressing a Test button may cost, to be shown beside it. */
export function testEstimate(capability: Capability, settings: ProviderSettings): Estimate {
  const { image, speech } = settings;
  if (capability === 'image' && image) {
    return estimatePicture({
      ...image,
      quality: 'low',
      width: 1024,
      height: 1024,
      promptCharacters: 400,
      references: 0,
    });
  }
  return capability === 'speech' && speech
    ? estimateSpeech({ ...speech, characters: 6, durationMs: 1000 })
    : NOTHING;
}
