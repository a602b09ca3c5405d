import { describe, expect, it } from 'vitest';
import { ENCODING, X264 } from '#jobs/render/ffmpeg/encoding.ts';
import { FRAMES_PER_FUNCTION } from '#jobs/render/lambda/lambda-cost.ts';
import { readLambdaFunction } from '#jobs/render/lambda/lambda-place.ts';
import { lambdaRequest, orderOf, renderOf } from '#jobs/render/lambda/lambda-request.ts';
import { rendererVersion } from '#jobs/render/painters/renderer-version.ts';
import type { SegmentProps } from '#remotion/contract/story-props.ts';

const place = {
  function: readLambdaFunction('remotion-render-4-0-527-mem2048mb-disk2048mb-240sec'),
  region: 'eu-central-1',
  siteUrl: 'https://site.test/index.html',
};
const props: SegmentProps = {
  ...{ format: '9:16', captionStyle: 'pop', title: null, isLast: false, previousShot: null },
  scene: { shot: { pictureUrl: null, seed: 1 }, words: [], durationMs: 2000 },
};

describe('what a function is asked to draw', () => {
  it('is encoded as the film wishes', () => {
    for (const encoding of ['draft', 'standard', 'high'] as const) {
      const { crf, preset, jpegQuality } = X264[encoding];
      expect(lambdaRequest(place, { ...props, encoding })).toMatchObject({
        crf,
        jpegQuality,
        x264Preset: preset,
      });
    }
    expect(lambdaRequest(place, props).crf).toBe(X264.standard.crf);
  });

  it('keeps keyframes where the others have them, wherever one function ends', () => {
    expect(FRAMES_PER_FUNCTION % ENCODING.gopSize).toBe(0);
  });

  it('bears another name than what is drawn here, with which it cannot be joined', () => {
    expect(new Set((['canvas', 'screenshots', 'lambda'] as const).map(rendererVersion)).size).toBe(3);
  });

  it('is kept as one text', () => {
    const render = { region: 'eu-central-1', bucket: 'remotionlambda-a', id: '1-day-abc' };
    expect(renderOf(orderOf(render))).toEqual(render);
    for (const other of ['', 'a/b', 'a//c', 'a/b/c/d']) expect(renderOf(other)).toBeNull();
  });
});
