import { describe, expect, it } from 'vitest';
import { ENCODING, X264, x264Arguments } from '#jobs/render/ffmpeg/encoding.ts';
import { ENCODINGS } from '#remotion/contract/story-props.ts';

/** What stands behind a name among ffmpeg's arguments. */
const behind = (name: string, args: readonly string[]) => args[args.indexOf(name) + 1];

describe('the encoding of films', () => {
  it('is as ever where nobody chose: a change wants another name', () => {
    const standard =
      '-c:v libx264 -profile:v high -pix_fmt yuv420p -preset superfast -crf 21 -g 60 -x264-params ' +
      'mbtree=1:rc-lookahead=10:weightp=0:no-psy=1:bframes=4:b-adapt=0:scenecut=0:partitions=i8x8:' +
      'colorprim=bt709:transfer=bt709:colormatrix=bt709:fullrange=off';
    expect([ENCODING.name, x264Arguments().join(' ')]).toEqual(['x264-1', standard]);
    expect(x264Arguments('standard')).toEqual(x264Arguments());
  });

  it('has one profile, pixel format and distance of keyframes in all of them', () => {
    for (const encoding of ENCODINGS) {
      const args = x264Arguments(encoding);
      expect(['-profile:v', '-pix_fmt', '-g'].map((name) => behind(name, args))).toEqual([
        'high',
        'yuv420p',
        '60',
      ]);
      expect(behind('-x264-params', args)).toMatch(/:colorprim=bt709:.*:fullrange=off$/u);
    }
  });

  it('is the truer the more is asked of it', () => {
    const factors = ENCODINGS.map((encoding) => X264[encoding].crf);
    expect(factors).toEqual(factors.toSorted((one, other) => other - one));
    expect(new Set(factors).size).toBe(ENCODINGS.length);
  });
});
