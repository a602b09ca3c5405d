import { estimatePrice } from '@remotion/lambda-client';
import { AWS_REGIONS } from '@remotion/lambda-client/regions';
import { describe, expect, it } from 'vitest';
import { lambdaTariff, segmentEstimate } from '#jobs/render/lambda/lambda-cost.ts';
import { type LambdaPlace, readLambdaFunction } from '#jobs/render/lambda/lambda-place.ts';
import { LAMBDA_RATES } from '#jobs/render/lambda/lambda-rates.ts';

const placeOf = (memoryMb = 2048, region = 'eu-central-1', timeoutS = 240): LambdaPlace => ({
  function: readLambdaFunction(`remotion-render-4-0-527-mem${memoryMb}mb-disk2048mb-${timeoutS}sec`),
  region,
  siteUrl: 'https://site.test/index.html',
});

describe('what drawing on AWS Lambda costs', () => {
  it.each(AWS_REGIONS.filter((region) => !region.startsWith('cn-')))(
    'is by the rates of Remotion’s client (%s)',
    (region) => {
      const asked = { region, memorySizeInMb: 2048, diskSizeInMb: 1536, durationInMilliseconds: 1e9 };
      const told = estimatePrice({ ...asked, lambdasInvoked: 1_000_000 });
      const rates = LAMBDA_RATES[region];
      const ours = 1e6 * (2 * (rates?.memoryUsd ?? 0) + (rates?.diskUsd ?? 0)) + 1e6 * (rates?.callUsd ?? 0);
      expect(ours).toBeCloseTo(told, 3);
    },
  );

  it('knows no region that is billed in another money, or that Remotion’s client does not know', () => {
    const known: readonly string[] = AWS_REGIONS;
    expect(Object.keys(LAMBDA_RATES).filter((region) => !known.includes(region))).toEqual([]);
    expect(Object.keys(LAMBDA_RATES).some((region) => region.startsWith('cn-'))).toBe(false);
  });

  it('is a few cents for a minute of film, and grows with memory', () => {
    const minute = ({ sceneUsd, secondUsd }: ReturnType<typeof lambdaTariff>) =>
      11 * sceneUsd + 60 * secondUsd;
    const usual = minute(lambdaTariff(placeOf()));
    expect(usual).toBeGreaterThan(0.01);
    expect(usual).toBeLessThan(0.1);
    expect(minute(lambdaTariff(placeOf(4096)))).toBeGreaterThan(usual * 1.8);
    expect(minute(lambdaTariff(placeOf(2048, 'ap-east-1')))).toBeGreaterThan(usual);
  });

  it('is expected as the tariff has it, and never more than every function to its last second', () => {
    const { sceneUsd, secondUsd } = lambdaTariff(placeOf());
    const { expectedUsd, maximumUsd, basis } = segmentEstimate(placeOf(), 150);
    expect(expectedUsd).toBeCloseTo(sceneUsd + 5 * secondUsd, 5);
    // Three functions, each called twice, and the two that begin it.
    expect(maximumUsd).toBeCloseTo((3 * 2 + 2) * 240 * (2 * 0.0000133334 + 1.5 * 0.0000000367), 4);
    expect(basis).toBe('listed');
    const short = segmentEstimate(placeOf(2048, 'eu-central-1', 15), 150);
    expect(short.expectedUsd).toBeLessThanOrEqual(short.maximumUsd);
  });
});
