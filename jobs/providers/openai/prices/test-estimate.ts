import { type Estimate, NOTHING } from '#jobs/ports/calls/call-estimate.ts';
import { requestSize } from '#jobs/providers/openai/picture/picture-size.ts';
import { roomFor, TEST_TOKENS } from '#jobs/providers/openai/script/script-tokens.ts';
import { followsReferences } from '#jobs/providers/openai/settings/catalogue.ts';
import type { ProviderSettings, Served } from '#jobs/providers/openai/settings/settings.ts';
import { estimateChat, estimatePicture, estimateSpeech } from './estimate';

/** Of a question with its schema, UTF-16 units, generously. */
const TEST_CHARACTERS = 800;

/** What pressing a Test button may cost, to be shown beside it. */
export function testEstimate(capability: Served, settings: ProviderSettings): Estimate {
  const { script, image, speech } = settings;
  if (capability === 'script' && script) {
    const { expectedTokens, maximumTokens } = roomFor(TEST_TOKENS, script);
    const tokens = { expectedOutputTokens: expectedTokens, maximumOutputTokens: maximumTokens };
    return estimateChat({ ...script, ...tokens, inputCharacters: TEST_CHARACTERS });
  }
  if (capability === 'image' && image) {
    const call = { ...image, ...requestSize(image.model, '9:16', image.resolution), promptCharacters: 400 };
    const drawn = estimatePicture({ ...call, references: 0 });
    if (!followsReferences(image)) return drawn;
    const edited = estimatePicture({ ...call, references: 1 });
    return {
      ...drawn,
      expectedUsd: drawn.expectedUsd + edited.expectedUsd,
      maximumUsd: drawn.maximumUsd + edited.maximumUsd,
    };
  }
  return capability === 'speech' && speech
    ? estimateSpeech({ ...speech, characters: 6, durationMs: 1000 })
    : NOTHING;
}
