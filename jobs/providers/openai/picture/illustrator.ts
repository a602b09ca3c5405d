import type OpenAI from 'openai';
import { toFile } from 'openai';
import type { CallDependencies } from '#jobs/ports/calls/call.ts';
import type { Picture, PictureRequest, ReferencePicture } from '#jobs/ports/engines.ts';
import { type Asked, unusableAnswer } from '#jobs/providers/openai/call/answer-faults.ts';
import { type AskOptions, callByClient } from '#jobs/providers/openai/call/client-call.ts';
import { estimatePicture } from '#jobs/providers/openai/prices/estimate.ts';
import { pictureCost } from '#jobs/providers/openai/prices/usage-cost.ts';
import { followsReferences, isGptImage, qualitiesOf } from '#jobs/providers/openai/settings/catalogue.ts';
import type { ImageSettings } from '#jobs/providers/openai/settings/settings.ts';
import type { Usd } from '#jobs/story/budget/usd.ts';
import type { ProviderIdentity } from '#jobs/story/film/provider-identity.ts';
import type { PictureQuality } from '#jobs/story/order/options.ts';
import { answeredPicture } from './answered-picture';
import { fitPicture } from './picture-fit';
import { type PictureSize, requestSize } from './picture-size';
import { REFERENCE_NOTE, stylePrompt } from './picture-style';
import { inTakenQuality } from './taken-quality';

/** Raised when prompts or fitting change, so that pictures are drawn anew. */
const VERSION = 1;

const MOST_REFERENCES = 4;

export interface OpenAiIllustrator {
  readonly identity: ProviderIdentity;
  /** Whether pictures sent along are heeded; where not, they need not be waited for. */
  readonly followsReferences: boolean;
  identityIn(manner: Pick<PictureRequest, 'quality'>): ProviderIdentity;
  drawPicture(request: PictureRequest, signal: AbortSignal): Promise<Picture>;
}

/**
 * Draws through `/images/generations`, and through `/images/edits` when earlier pictures are given that the
 * model can follow. The picture comes back in the film's exact size. Faults besides those of every call:
 * `picture_refused` (see `isRefusal`: ask again with a softened prompt, then draw it otherwise), and
 * `picture_unusable`, which is worth another try.
 */
export function openAiIllustrator(
  settings: ImageSettings,
  dependencies: CallDependencies = {},
): OpenAiIllustrator {
  const isFollowing = followsReferences(settings);
  const identityIn = (manner: Pick<PictureRequest, 'quality'>): ProviderIdentity => {
    const { model, quality, resolution } = inQuality(settings, manner);
    return { name: 'openai', model: `${model}-${quality}-${resolution}-${VERSION}` };
  };
  return {
    identity: identityIn({}),
    identityIn,
    followsReferences: isFollowing,
    drawPicture: (request, signal) => {
      const references = isFollowing ? (request.references ?? []).slice(0, MOST_REFERENCES) : [];
      return drawPicture(inQuality(settings, request), { ...request, references }, dependencies, signal);
    },
  };
}

/** The settings with the wanted quality, or as they are where the model has come not to know it. */
function inQuality(settings: ImageSettings, { quality }: Pick<PictureRequest, 'quality'>): ImageSettings {
  return quality && qualitiesOf(settings).includes(quality) ? { ...settings, quality } : settings;
}

interface DrawnPicture {
  picture: Picture;
  costUsd: Usd | null;
}

async function drawPicture(
  settings: ImageSettings,
  request: PictureRequest & { references: readonly ReferencePicture[] },
  dependencies: CallDependencies,
  signal: AbortSignal,
): Promise<Picture> {
  const asked: Asked = { capability: 'image', settings };
  const size = requestSize(settings.model, request.format, settings.resolution);
  const styled = stylePrompt(request.prompt, request.style, size);
  const isEdit = request.references.length > 0;
  const prompt = isEdit ? `${styled}\n\n${REFERENCE_NOTE}` : styled;
  const { picture } = await callByClient<DrawnPicture>(
    {
      asked,
      purpose: isEdit ? 'picture-edit' : 'picture',
      input: prompt,
      estimate: estimatePicture({
        ...settings,
        ...size,
        promptCharacters: prompt.length,
        references: request.references.length,
      }),
      ask: async (client, options) => {
        const response = await inTakenQuality(settings, async (quality) =>
          isEdit
            ? client.images.edit(
                await editBody({ ...settings, quality }, prompt, size, request.references),
                options,
              )
            : generate(client, { ...settings, quality }, prompt, size, options),
        );
        const image = await answeredPicture(response, asked, options.signal);
        const fitted = await fitPicture(image, request.format);
        if (!fitted.ok) throw unusableAnswer(asked, 'picture_unusable', fitted.why);
        return { picture: fitted.picture, costUsd: costOf(response, settings) };
      },
      costOf: ({ costUsd }) => costUsd,
    },
    dependencies,
    signal,
  );
  return picture;
}

/** Null for the model's own quality. */
type AskedModel = Pick<ImageSettings, 'model'> & { quality: PictureQuality | null };

function generate(
  client: OpenAI,
  settings: AskedModel,
  prompt: string,
  size: PictureSize,
  options: AskOptions,
): Promise<OpenAI.ImagesResponse> {
  return client.images.generate({ ...commonBody(settings, size), prompt, stream: false }, options);
}

async function editBody(
  settings: AskedModel,
  prompt: string,
  size: PictureSize,
  references: readonly ReferencePicture[],
): Promise<OpenAI.ImageEditParamsNonStreaming> {
  const image = await Promise.all(
    references.map(({ image, mimeType }, index) =>
      toFile(image, `scene-${index + 1}.${mimeType.slice('image/'.length)}`, { type: mimeType }),
    ),
  );
  return { ...commonBody(settings, size), prompt, image, stream: false };
}

/** Other servers' models know neither qualities nor output formats, but must be asked for base64. */
function commonBody({ model, quality }: AskedModel, { width, height }: PictureSize) {
  const size = `${width}x${height}`;
  return isGptImage(model)
    ? { model, size, ...(quality && { quality }), n: 1, output_format: 'png' as const }
    : { model, size, n: 1, response_format: 'b64_json' as const };
}

function costOf({ usage }: OpenAI.ImagesResponse, settings: ImageSettings): Usd | null {
  if (!usage) return null;
  const { input_tokens: input, input_tokens_details: details, output_tokens: output } = usage;
  if (!Number.isFinite(input) || !Number.isFinite(output)) return null;
  return pictureCost(settings, {
    textInputTokens: details?.text_tokens ?? input,
    imageInputTokens: details?.image_tokens ?? 0,
    outputTokens: output,
  });
}
