import { describe, expect, it } from 'vitest';
import { estimateBatch, overCap } from '#jobs/story/batch/batch-estimate.ts';
import { type FilmTariff, filmCostUsd, NOTHING_PAID } from '#jobs/story/budget/film-cost.ts';
import { filmSize, wishOf } from '#jobs/story/budget/film-size.ts';
import { draftOf, SHORT_STORY } from '#tests/support/stories.ts';

const TARIFF: FilmTariff = {
  ...NOTHING_PAID,
  scriptUsd: 0.01,
  pictureUsd: { '9:16': 0.04, '1:1': 0.02, '16:9': 0.04 },
};

describe('the estimate of a batch', () => {
  it('is the sum of what the create page says of each story', async () => {
    const drafts = [draftOf(), draftOf(SHORT_STORY, { format: '1:1' })];
    const estimate = await estimateBatch(drafts, TARIFF);
    const each = drafts.map(({ story, options }) =>
      filmCostUsd(TARIFF, { ...wishOf(story, options), format: options.format }),
    );
    expect(estimate.eachUsd).toEqual(each);
    expect(each[0]).toBeGreaterThan(each[1] ?? 0);
    const { words, durationMs } = filmSize(wishOf(SHORT_STORY, draftOf().options));
    expect(estimate).toMatchObject({ films: 2, words: words * 2, durationMs: durationMs * 2 });
    expect(estimate.usd).toBeCloseTo((each[0] ?? 0) + (each[1] ?? 0), 6);
  });

  it('costs nothing where nothing takes money', async () => {
    expect(await estimateBatch([draftOf()], null)).toMatchObject({ usd: 0, eachUsd: [0] });
  });

  it('is refused above its limit, and at the limit is not', () => {
    expect(overCap({ usd: 0.3 }, 0.1 + 0.2)).toBeNull();
    expect(overCap({ usd: 0.3 }, null)).toBeNull();
    expect(overCap({ usd: 0.31 }, 0.3)).toMatchObject({ code: 'batch_over_cap', field: 'capUsd' });
  });
});
