import { describe, expect, it } from 'vitest';
import { judgeLambda, judgeLambdaAnswer } from '#bin/doctor/judged-lambda.ts';
import { readLambdaFunction } from '#jobs/render/lambda/lambda-place.ts';

const placeOf = (name = 'remotion-render-4-0-527-mem2048mb-disk2048mb-240sec') => ({
  function: readLambdaFunction(name),
  region: 'eu-central-1',
  siteUrl: 'https://site.test/index.html',
});
const WELL = { installed: '4.0.527', hasKeys: true };

describe('the place on AWS Lambda', () => {
  it.each([
    [placeOf(), WELL, ['ok']],
    [placeOf(), { ...WELL, hasKeys: false }, ['fault']],
    [placeOf(), { ...WELL, installed: '4.0.600' }, ['fault']],
    [placeOf('remotion-render-4-0-527-mem1024mb-disk2048mb-240sec'), WELL, ['ok', 'note']],
    [placeOf('remotion-render-4-0-527-mem2048mb-disk2048mb-30sec'), WELL, ['ok', 'note']],
  ])('%o seen with %o: %o', (place, sight, states) => {
    expect(judgeLambda(place, sight).map(({ state }) => state)).toEqual(states);
  });

  it('says which versions are at odds', () => {
    const [finding] = judgeLambda(placeOf(), { ...WELL, installed: '4.0.600' });
    expect(finding?.says).toMatch(/4\.0\.527.*4\.0\.600/);
    expect(finding?.mend).toContain('docs/scaling.md');
  });

  it('tells what its function and its site answered', () => {
    const refused = { code: 'lambda_refused', message: 'No.', hint: 'Look at the keys.', retryable: false };
    expect(judgeLambdaAnswer(placeOf(), { function: null, site: null }).map(({ state }) => state)).toEqual([
      'ok',
      'ok',
    ]);
    expect(
      judgeLambdaAnswer(placeOf(), { function: refused, site: 'it answers with status 403' }),
    ).toMatchObject([
      { state: 'fault', says: 'No.', mend: 'Look at the keys.' },
      { state: 'fault', says: expect.stringContaining('status 403') },
    ]);
  });
});
