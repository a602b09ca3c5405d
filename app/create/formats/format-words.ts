/** What further formats share and add, in words. Pure. */
import { type CostlyChoices, formWish, furtherCostWords } from '#app/create/cost-words.ts';
import type { Words } from '#app/language/page-words.ts';
import { phrase } from '#app/language/phrase.ts';
import { formatName } from '#app/shell/format-name.ts';
import { roughLength } from '#app/shell/length-words.ts';
import type { FilmTariff } from '#jobs/story/budget/film-cost.ts';
import { filmSize } from '#jobs/story/budget/film-size.ts';
import { type FilmFormat, isSameFormat, sharedParts } from '#jobs/story/formats/film-format.ts';
import { valueNamed } from '#jobs/story/order/option.ts';
import { OPTIONS } from '#jobs/story/order/option-registry.ts';
import type { LocalVoice } from '#jobs/story/order/voice/local-voices.ts';
import { formatsAsked } from './also-fields';

/** By whose pictures it has, and how its captions come to be in the language that they are to be in. */
const SHARES = {
  film: {
    none: phrase('Shares script, voices and pictures with the film itself.'),
    own: phrase('Shares script, voices and pictures with the film itself; captions are translated.'),
    shared: phrase('Shares script, voices and pictures with the film itself; the translation is shared.'),
  },
  format: {
    none: phrase('Shares script, voices and pictures with format {{ahead}}.'),
    own: phrase('Shares script, voices and pictures with format {{ahead}}; captions are translated.'),
    shared: phrase('Shares script, voices and pictures with format {{ahead}}; the translation is shared.'),
  },
  nobody: {
    none: phrase('Shares script and voices; pictures are made for its shape.'),
    own: phrase('Shares script and voices; pictures are made for its shape; captions are translated.'),
    shared: phrase('Shares script and voices; pictures are made for its shape; the translation is shared.'),
  },
} as const;

/** What one further format comes to. */
export interface FormatPart {
  /** Among the further formats, from 1: two rows may ask for the same. */
  place: number;
  name: string;
  /** What it shares, and what is made for it. */
  shares: string;
  /** What it adds in time and, where films are paid for, in money; null while nothing can be said of it. */
  adds: string | null;
}

interface FormatCircumstances {
  story: string;
  /** As the form stands, with the rows of further formats. */
  chosen: CostlyChoices & Readonly<Record<string, string>>;
  localVoices: readonly LocalVoice[];
  /** Null where films are free. */
  tariff: FilmTariff | null;
  /** How long making takes here, ms for each ms of film. */
  makingPace: number;
}

/** What the rows ask for, as far as it can be understood: what is wrong is said when the form is sent. */
export function formatParts(circumstances: FormatCircumstances, words: Words): FormatPart[] {
  const { t, told } = words;
  const { story, chosen, localVoices, tariff, makingPace } = circumstances;
  const own = formatIn(chosen, {});
  const formats = [own, ...formatsAsked(chosen).map((row) => formatIn(chosen, row))];
  const wish = formWish(story, chosen, localVoices);
  const { durationMs } = filmSize(wish);
  return sharedParts(formats).map((shared, at) => {
    const { ahead, pictures, translation } = shared;
    const format = formats[at + 1] ?? own;
    const isDouble = formats.slice(0, at + 1).some((before) => isSameFormat(before, format));
    const from = pictures ? (ahead === 0 ? 'film' : 'format') : 'nobody';
    const cost = tariff && furtherCostWords(tariff, { ...wish, format: format.format }, shared, words);
    const length = told(roughLength(durationMs * makingPace));
    const adds =
      cost === null
        ? t('at most {{length}} more', { length })
        : t('{{cost}}, at most {{length}} more', { cost, length });
    return {
      place: at + 1,
      name: formatName(format, words),
      shares: isDouble
        ? t('The same as another one: choose another shape, or other captions.')
        : t(SHARES[from][translation ?? 'none'], { ahead }),
      adds: durationMs === 0 || isDouble ? null : adds,
    };
  });
}

function formatIn(chosen: CostlyChoices, row: Readonly<Record<string, unknown>>): FilmFormat {
  const shape =
    valueNamed(OPTIONS.format, String(row.format ?? '')) ?? valueNamed(OPTIONS.format, chosen.format);
  return {
    format: shape ?? OPTIONS.format.usual,
    burnIn: valueNamed(OPTIONS.burnIn, String(row.burnIn ?? '')) ?? OPTIONS.burnIn.usual,
    captionLanguage: String(row.captionLanguage || OPTIONS.captionLanguage.usual),
  };
}
