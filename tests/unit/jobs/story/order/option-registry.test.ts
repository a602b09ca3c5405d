import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { formFields } from '#app/create/form-fields.ts';
import { filmTariff } from '#jobs/providers/openai/prices/film-tariff.ts';
import { filmCostUsd } from '#jobs/story/budget/film-cost.ts';
import { wishOf } from '#jobs/story/budget/film-size.ts';
import { filmHash, pictureHash, scriptHash, segmentHash, voiceHash } from '#jobs/story/film/plan.ts';
import { translatedInto } from '#jobs/story/language/caption-language.ts';
import { BUILT_IN_SPEECH } from '#jobs/story/language/speech-language.ts';
import { draftReader, readDraft } from '#jobs/story/order/draft.ts';
import { choice, type Fed, type Option, shownAtFirst, valuesOf } from '#jobs/story/order/option.ts';
import { fieldTable } from '#jobs/story/order/option-docs.ts';
import { OPTIONS, type OptionName } from '#jobs/story/order/option-registry.ts';
import { flagsOf, usageOf } from '#jobs/story/order/option-usage.ts';
import { type VideoOptions, videoOptionsSchema } from '#jobs/story/order/options.ts';
import { testSettings } from '#tests/support/openai-server/test-settings.ts';
import { planContextOf, readyScene, videoOf } from '#tests/support/videos.ts';

const STORY = 'The fox saw the moon in the pond.';
const CONNECTED = { speech: BUILT_IN_SPEECH, pictures: null, motion: null, canWrite: true };
const context = planContextOf();

/** Long enough to be cut into. */
const LONG = {
  ...readyScene(0),
  durationMs: 8000,
  words: Array.from({ length: 9 }, (_, at) => ({ text: 'word,', startMs: at * 800, endMs: at * 800 + 500 })),
};

/** What each asset of a film with these options is called. */
function namesOf(options: VideoOptions, only = readyScene(0)): Record<Fed, string | null> {
  const video = videoOf({ options, scenes: [only] });
  const [scene = readyScene(0)] = video.scenes;
  const scenes = [{ ...scene, segmentHash: 's', voiceHash: 'v' }];
  return {
    script: scriptHash(video, context),
    voice: voiceHash(video, scene, context),
    picture: pictureHash(video, scene, context),
    segment: segmentHash(video, 0, context),
    film: filmHash({ ...video, scenes }, context),
  };
}

describe('the registry of options', () => {
  it('holds an option once for all', () => {
    const options = {
      ...OPTIONS,
      grain: choice({
        legend: 'Grain',
        noun: 'grain',
        help: 'how grainy the film is',
        choices: { none: ['None', ''], fine: ['Fine', ''], coarse: ['Coarse', 'As of old'] },
        usual: 'none',
        offer: 'always',
        feeds: ['segment'],
        costs: 'nothing',
      }),
    };
    const field = formFields(options, CONNECTED, null).find(({ name }) => name === 'grain');
    expect(field?.option).toBe(options.grain);
    expect(shownAtFirst(options.grain)).toBe('none');
    const read = draftReader(options);
    expect(read({ story: STORY, grain: 'fine' })).toMatchObject({ draft: { options: { grain: 'fine' } } });
    expect(read({ story: STORY })).toMatchObject({ draft: { options: { grain: 'none' } } });
    expect(read({ story: STORY, grain: 'rough' })).toMatchObject({
      issues: [
        {
          field: 'grain',
          code: 'unknown_grain',
          message: 'There is no grain called “rough”.',
          hint: 'Choose one of: none, fine, coarse.',
        },
      ],
    });
    expect(usageOf(options)).toContain('  --grain <none|fine|coarse>\n      how grainy the film is');
    expect(flagsOf(options)).toContainEqual({ flag: 'grain', field: 'grain' });
    expect(fieldTable(options)).toContain(
      '| `grain` | `none`, `fine`, `coarse` | `none` | How grainy the film is. |',
    );
    // And nobody else knows of it.
    expect(readDraft({ story: STORY, grain: 'rough' })).toMatchObject({ ok: true });
  });

  it('offers on the form what is connected', () => {
    const names = (connected: typeof CONNECTED) =>
      (['words', null, 'voice'] as const).flatMap((group) =>
        formFields(OPTIONS, connected, group).map(({ name }) => name),
      );
    expect(names(CONNECTED)).toEqual(
      'writing seconds tone treatment style format captions music voice quotedLines speed language'.split(
        ' ',
      ),
    );
    expect(names({ ...CONNECTED, canWrite: false })).not.toContain('writing');
  });

  it('gives the command line a flag for each', () => {
    const flags = flagsOf(OPTIONS).map(({ flag }) => flag);
    expect(flags).toEqual(expect.arrayContaining(['voice-tone', 'writing', 'seconds', 'tone', 'scenes']));
    for (const flag of flags) expect(usageOf(OPTIONS)).toContain(`--${flag} <`);
  });

  it('is what the page of the API tells', async () => {
    expect(await readFile('docs/api.md', 'utf8')).toContain(fieldTable(OPTIONS));
  });
});

describe('what an option costs', () => {
  const paid = filmTariff(testSettings('https://api.openai.com/v1'));
  const tariff = paid && { ...paid, motion: { lengths: [4, 8], secondUsd: 0.1 } };
  const costOf = (chosen: Record<string, unknown>) => {
    if (!tariff) throw new Error('There are no prices.');
    const options = videoOptionsSchema.parse(chosen);
    const { format, quality, motion } = options;
    const isTranslated = translatedInto({ story: STORY, options }) !== null;
    return filmCostUsd(tariff, {
      ...wishOf(STORY.repeat(9), options),
      format,
      quality,
      motion,
      isTranslated,
    });
  };

  it.each(Object.entries(OPTIONS) as [OptionName, Option][])('%s is as the price has it', (name, option) => {
    const rest = name === 'seconds' ? { writing: 'write-for-me' } : {};
    const costs = otherValues(option).map((value) => costOf({ ...rest, [name]: value }));
    expect(costs.some((usd) => usd !== costOf(rest))).toBe(option.costs !== 'nothing');
  });
});

describe('what an option feeds', () => {
  const usual = videoOptionsSchema.parse({ style: 'papercut' });

  it.each(Object.entries(OPTIONS) as [OptionName, Option][])('%s is as the plan has it', (name, option) => {
    // What follows the story may be anything.
    const other = otherValues(option).find((value) => value !== usual[name] && value !== 'auto');
    const [before, after] = [usual, videoOptionsSchema.parse({ ...usual, [name]: other })].map((options) =>
      namesOf(options, LONG),
    );
    const changed = (['script', 'voice', 'picture', 'segment', 'film'] as const).filter(
      (fed) => before?.[fed] !== after?.[fed],
    );
    expect(changed).toEqual(option.feeds);
  });

  it('keeps the names of films that were made before', () => {
    expect(Object.values(namesOf({ ...usual, voice: 'slt' }))).toEqual([
      '4cfd2d101c13a5cbc59d9c98',
      '643e1ec40c40652eae2c0371',
      'db00ae3b32b99c97a3773430',
      '68acaa5ed1888daf4fa44d77',
      'ad5592527918222a7ce093bf',
    ]);
    const chosen = {
      writing: 'write-for-me',
      seconds: '90',
      tone: 'funny',
      style: 'neon',
      quality: 'high',
      voice: 'rms',
      voiceTone: 'low',
      speed: 'fast',
      captions: 'big',
      music: 'sad',
      format: '1:1',
      language: 'en-GB',
      scenes: '4',
    };
    expect(Object.values(namesOf(videoOptionsSchema.parse(chosen)))).toEqual([
      '0bb1431484b32b8e7e41e31c',
      'b4e4c11e7d8a0978540b3656',
      'ebbfcebc294fb9dad9c6981b',
      'c46d194196207a33460f9e50',
      '7bf936fbe5825b8e13fd79b1',
    ]);
  });
});

/** Values that it may take. */
function otherValues(option: Option): readonly unknown[] {
  switch (option.kind) {
    case 'choice':
      return valuesOf(option);
    case 'seconds':
      return option.choices;
    case 'count':
      return [option.least, option.most];
    case 'language':
      return ['auto', 'fr'];
    case 'words':
      return ['softly'];
  }
}
