/** What a function is asked to draw. Pure. */
import { ENCODING, LOADING_TIMEOUT_MS, X264 } from '#jobs/render/ffmpeg/encoding.ts';
import type { SegmentProps } from '#remotion/contract/story-props.ts';
import { FRAMES_PER_FUNCTION, FUNCTION_RETRIES } from './lambda-cost';
import type { LambdaPlace } from './lambda-place';

/**
 * A segment as `renderMediaOnLambda` is asked for it: the screenshots' settings, but for those of x264 that Remotion's
 * function does not take. All segments of one film have the same, so that theirs can be joined.
 */
export function lambdaRequest({ function: { name }, region, siteUrl }: LambdaPlace, props: SegmentProps) {
  const { preset, crf, jpegQuality } = X264[props.encoding ?? 'standard'];
  return {
    functionName: name,
    region: region as 'eu-central-1',
    serveUrl: siteUrl,
    // It tells its own size and length.
    composition: 'Segment',
    inputProps: { ...props },
    codec: ENCODING.codec,
    pixelFormat: ENCODING.pixelFormat,
    colorSpace: ENCODING.colorSpace,
    gopSize: ENCODING.gopSize,
    ...{ x264Preset: preset, crf, jpegQuality, imageFormat: 'jpeg', muted: true },
    ...{ framesPerLambda: FRAMES_PER_FUNCTION, maxRetries: FUNCTION_RETRIES },
    timeoutInMilliseconds: LOADING_TIMEOUT_MS,
    // The bucket of the pictures need not allow the site to read them: nothing but our composition runs there.
    chromiumOptions: { disableWebSecurity: true },
    // What a bucket gives to nobody but its owner.
    privacy: 'no-acl',
    deleteAfter: '1-day',
    enableCancellation: true,
    logLevel: 'error',
  } as const;
}

/** Where a render is: what is kept of an order. */
export interface LambdaRender {
  region: string;
  bucket: string;
  id: string;
}

/** As it is kept. */
export const orderOf = ({ region, bucket, id }: LambdaRender): string => `${region}/${bucket}/${id}`;

/** @returns null for what is no order of ours */
export function renderOf(order: string): LambdaRender | null {
  const [region = '', bucket = '', id = '', ...more] = order.split('/');
  return region && bucket && id && more.length === 0 ? { region, bucket, id } : null;
}
