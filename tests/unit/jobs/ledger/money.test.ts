import { describe, expect, it } from 'vitest';
import { capFault } from '#jobs/ledger/caps.ts';

import {
  estimateChat,
  estimatePicture,
  estimateSpeech,
  estimateTranscription,
} from '#jobs/providers/openai/prices/estimate.ts';
import {
  chatPrice,
  imagePrice,
  leastCertain,
  speechPrice,
  transcriptionPrice,
} from '#jobs/providers/openai/prices/price-list.ts';
import {
  CHAT_PRICES,
  IMAGE_PRICES,
  PRICES_AS_OF,
  SPEECH_PRICES,
  TRANSCRIPTION_PRICES,
} from '#jobs/providers/openai/prices/prices.ts';
import { chatCost, pictureCost } from '#jobs/providers/openai/prices/usage-cost.ts';
import { formatUsd, roundUpUsd, sumUsd } from '#jobs/story/budget/usd.ts';

const paid = (model: string) => ({ model, isOwn: false });

describe('amounts', () => {
  it('are rounded up to a millionth', () => {
    expect(roundUpUsd(0.0000001)).toBe(0.000001);
    expect(roundUpUsd(0.1 + 0.2)).toBe(0.3);
    expect(sumUsd([0.000001, 0.000002])).toBe(0.000003);
    expect(roundUpUsd(0)).toBe(0);
  });

  it('are shown so that they are not taken for nothing', () => {
    expect([0, 0.0035, 0.000012, 0.42, 12].map(formatUsd)).toEqual([
      '$0.00',
      '$0.0035',
      '$0.000012',
      '$0.42',
      '$12.00',
    ]);
  });
});

describe('prices', () => {
  it('carry their date, or own up to having none', () => {
    const lists = [CHAT_PRICES, IMAGE_PRICES, SPEECH_PRICES, TRANSCRIPTION_PRICES];
    const listings = lists.flatMap((list) => Object.values(list).map(({ listing }) => listing));
    expect(listings.length).toBeGreaterThan(20);
    for (const { asOf, isDated } of listings) {
      expect(new Date(asOf).toISOString().slice(0, 10)).toBe(asOf);
      expect(asOf <= PRICES_AS_OF).toBe(true);
      // A price without a date of its own bears the day on which the list was read.
      expect(isDated || asOf === PRICES_AS_OF).toBe(true);
    }
    expect(chatPrice(paid('gpt-6-luna')).basis).toBe('listed');
    expect(chatPrice(paid('gpt-4o')).basis).toBe('unverified');
  });

  it('are found for dated snapshots of a model', () => {
    expect(imagePrice(paid('gpt-image-2-2026-04-21'))).toEqual({
      price: IMAGE_PRICES['gpt-image-2'],
      basis: 'unverified',
    });
  });

  it('of an unknown model are assumed to be the dearest', () => {
    const { price, basis } = chatPrice(paid('mystery-9'));
    expect(basis).toBe('assumed');
    expect(price.outputUsd).toBe(Math.max(...Object.values(CHAT_PRICES).map(({ outputUsd }) => outputUsd)));
    expect(chatPrice(paid('constructor')).basis).toBe('assumed');
  });

  it('on the operator’s own machine are not known, and count as nothing', () => {
    expect(chatPrice({ model: 'gpt-6-astra', isOwn: true })).toEqual({
      price: { inputUsd: 0, outputUsd: 0 },
      basis: 'untold',
    });
  });

  it('that the operator tells go before any other, wherever the server is', () => {
    const told = { price: { inputUsd: 3, outputUsd: 4 }, basis: 'told' };
    expect(chatPrice({ model: 'gpt-6-astra', isOwn: true, price: told.price })).toEqual(told);
    expect(speechPrice({ ...paid('tts-1'), price: 0.5 }).price).toEqual({
      ...{ perMillionCharactersUsd: 0, perMinuteUsd: 0.5 },
    });
    const picture = {
      quality: 'max',
      width: 2048,
      height: 2048,
      promptCharacters: 99,
      references: 3,
    } as const;
    expect(estimatePicture({ ...picture, model: 'any', isOwn: true, price: 0.04 })).toEqual({
      ...{ expectedUsd: 0.04, maximumUsd: 0.04, basis: 'told' },
    });
    const usage = { textInputTokens: 100, imageInputTokens: 1000, outputTokens: 1500 };
    expect(pictureCost({ model: 'any', isOwn: true, price: 0.04 }, usage)).toBe(0.04);
    expect(transcriptionPrice({ model: 'any', isOwn: true, price: 0 })).toEqual({
      ...{ price: { perMinuteUsd: 0 }, basis: 'told' },
    });
  });
});

describe('estimates', () => {
  it('of a script follow the model’s price, and its limit of tokens at most', () => {
    const estimate = estimateChat({
      ...paid('gpt-6.1-terra'),
      inputCharacters: 8000,
      expectedOutputTokens: 2000,
      maximumOutputTokens: 12_000,
    });
    expect(estimate).toEqual({ expectedUsd: 0.012, maximumUsd: 0.068, basis: 'unverified' });
  });

  it('of a picture meet the provider’s examples, grow with the area and the quality', () => {
    const picture = (
      width: number,
      height: number,
      quality: 'low' | 'medium' | 'high' | 'max',
      references = 0,
    ) =>
      estimatePicture({ ...paid('gpt-image-2'), quality, width, height, promptCharacters: 0, references })
        .expectedUsd;
    expect(picture(1024, 1024, 'medium')).toBeCloseTo(0.053, 6);
    expect(picture(1024, 1536, 'high')).toBeCloseTo(0.165, 6);
    expect(picture(1088, 1920, 'medium')).toBeCloseTo((0.041 * 1088 * 1920) / (1024 * 1536), 5);
    expect(picture(1024, 1536, 'max')).toBeCloseTo(4 * 0.165, 6);
    expect(picture(1024, 1536, 'low', 2)).toBeCloseTo(0.005 + (6000 * 8) / 1e6, 6);
  });

  it('of speech and transcription go by their length', () => {
    const speech = estimateSpeech({ ...paid('gpt-4o-mini-tts'), characters: 840, durationMs: 60_000 });
    expect(speech.expectedUsd).toBeCloseTo(0.015 + 0.000504, 6);
    expect(speech.maximumUsd).toBeGreaterThan(speech.expectedUsd);
    expect(estimateTranscription({ ...paid('whisper-1'), durationMs: 29_100 }).expectedUsd).toBe(0.003);
  });

  it('are together as sure as the least sure of them', () => {
    expect(leastCertain(['unverified', 'listed'])).toBe('unverified');
    expect(leastCertain(['unverified', 'assumed'])).toBe('assumed');
    expect(leastCertain(['listed', 'assumed', 'free', 'told'])).toBe('assumed');
    expect(leastCertain([])).toBe('free');
  });
});

describe('costs', () => {
  it('follow the usage that is told', () => {
    expect(chatCost(paid('gpt-6.1-terra'), { inputTokens: 1000, outputTokens: 500 })).toBe(0.0035);
    const usage = { textInputTokens: 100, imageInputTokens: 1000, outputTokens: 1500 };
    expect(pictureCost(paid('gpt-image-2'), usage)).toBe(0.0535);
  });
});

describe('caps', () => {
  const caps = { perVideoUsd: 1, perDayUsd: 5 };

  it('allow a call that meets them exactly', () => {
    expect(capFault(caps, { videoUsd: 0.7, dayUsd: 4.7 }, 0.3)).toBeNull();
    expect(capFault(caps, { videoUsd: 0.1 + 0.2 + 0.4, dayUsd: 0 }, 0.3)).toBeNull();
  });

  it('stop the call that would pass them, saying by how much and whose limit it is', () => {
    expect(capFault(caps, { videoUsd: 0.71, dayUsd: 0.71 }, 0.3)).toMatchObject({
      code: 'cost_cap_video',
      retryable: false,
      message: expect.stringContaining('$0.71'),
      hint: expect.stringContaining('MAX_COST_PER_VIDEO'),
    });
    expect(capFault(caps, { videoUsd: 0, dayUsd: 4.9 }, 0.3)).toMatchObject({
      code: 'cost_cap_day',
      retryable: false,
    });
  });

  it('never stop what is free, nor anything where there are none', () => {
    expect(capFault(caps, { videoUsd: 9, dayUsd: 9 }, 0)).toBeNull();
    expect(capFault({ perVideoUsd: null, perDayUsd: null }, { videoUsd: 9, dayUsd: 9 }, 9)).toBeNull();
    expect(capFault({ perVideoUsd: 0, perDayUsd: null }, { videoUsd: 0, dayUsd: 0 }, 0.01)).not.toBeNull();
  });
});
