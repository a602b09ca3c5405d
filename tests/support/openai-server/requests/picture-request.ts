/** What `POST /images/generations` takes, and `/images/edits`, whose fields come as a form. */
import { z } from 'zod';
import { formNumber, formSwitch } from './form-fields';
import { invalidFor, unsupported } from './refusal';

const BACKGROUNDS = z.enum(['transparent', 'opaque', 'auto']);
const OUTPUTS = z.enum(['png', 'jpeg', 'webp']);
const QUALITIES = ['standard', 'hd', 'low', 'medium', 'high', 'xhigh', 'max', 'auto'] as const;
const LONGEST_PROMPT = 32_000;

const common = {
  prompt: z.string().min(1).max(LONGEST_PROMPT),
  model: z.string(),
  quality: z.enum(QUALITIES).nullish(),
  response_format: z.enum(['url', 'b64_json']).nullish(),
  output_format: OUTPUTS.nullish(),
  background: BACKGROUNDS.nullish(),
  size: z
    .string()
    .regex(/^(auto|\d+x\d+)$/)
    .nullish(),
  user: z.string().optional(),
};

type Drawn = z.infer<z.ZodObject<typeof common>> & { input_fidelity?: string | null | undefined };

export const generationRequest = z
  .strictObject({
    ...common,
    n: z.int().min(1).max(10).nullish(),
    output_compression: z.int().min(0).max(100).nullish(),
    stream: z.boolean().nullish(),
    partial_images: z.int().min(0).max(3).nullish(),
    moderation: z.enum(['low', 'auto']).nullish(),
    style: z.enum(['vivid', 'natural']).nullish(),
  })
  .superRefine((request, context) => {
    refuseForModel(request, context);
    if (isGptImage(request.model) && request.style) context.addIssue(unsupported('style', 'parameter'));
  });

export const editRequest = z
  .strictObject({
    ...common,
    n: formNumber(z.int().min(1).max(10)).optional(),
    output_compression: formNumber(z.int().min(0).max(100)).optional(),
    stream: formSwitch.optional(),
    partial_images: formNumber(z.int().min(0).max(3)).optional(),
    input_fidelity: z.enum(['high', 'low']).optional(),
  })
  .superRefine(refuseForModel);

const isGptImage = (model: string) => /^(gpt|chatgpt)-image-/.test(model);
const generationOf = (model: string) => Number(/^gpt-image-(\d+(?:\.\d+)?)/.exec(model)?.[1] ?? 1);

/** Models of other servers are taken at their word. */
function refuseForModel(request: Drawn, context: z.core.$RefinementCtx): void {
  const { model, quality, size, response_format: format, input_fidelity: fidelity } = request;
  if (!isGptImage(model)) {
    if (quality) context.addIssue(unsupported('quality', 'parameter'));
    return;
  }
  // They answer with bytes always.
  if (format) context.addIssue(unsupported('response_format', 'parameter'));
  const qualities = qualitiesOf(model);
  if (quality && !qualities.includes(quality)) context.addIssue(invalidFor('quality', quality, qualities));
  if (size && !draws(model, size)) context.addIssue(invalidFor('size', size, ['auto', ...SIZES]));
  if (fidelity && (generationOf(model) >= 2 || (/-mini/.test(model) && fidelity === 'high'))) {
    context.addIssue(unsupported('input_fidelity', 'parameter'));
  }
}

const SIZES = ['1024x1024', '1536x1024', '1024x1536'];

function qualitiesOf(model: string): readonly string[] {
  const all = ['low', 'medium', 'high', 'auto'];
  return generationOf(model) === 2.5 ? [...all, 'xhigh', 'max'] : all;
}

/** From the second generation on, any size of whole blocks that is neither tiny, huge nor a strip. */
function draws(model: string, size: string): boolean {
  if (size === 'auto' || SIZES.includes(size)) return true;
  const [width = 0, height = 0] = size.split('x').map(Number);
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  const isWhole = width % 16 === 0 && height % 16 === 0;
  const pixels = width * height;
  const fits = long <= 3840 && long <= 3 * short && pixels >= 655_360 && pixels <= 8_294_400;
  return generationOf(model) >= 2 && isWhole && fits;
}
