import type { PriceBasis } from '#jobs/ports/calls/call-estimate.ts';
import { requestSize } from '#jobs/providers/openai/picture/picture-size.ts';
import { HEAD_TOKENS, SCENE_TOKENS } from '#jobs/providers/openai/script/script-tokens.ts';
import { qualitiesOf } from '#jobs/providers/openai/settings/catalogue.ts';
import type { ImageSettings, ProviderSettings } from '#jobs/providers/openai/settings/settings.ts';
import type { FilmTariff } from '#jobs/story/budget/film-cost.ts';
import type { FormatName } from '#remotion/contract/story-props.ts';
import { estimatePicture } from './estimate';
import {
  CHARACTERS_PER_TOKEN,
  chatPrice,
  chatUsd,
  imagePrice,
  leastCertain,
  speechPrice,
  speechUsd,
  transcriptionPrice,
} from './price-list';
import { PRICES_AS_OF } from './prices';

const INSTRUCTION_CHARACTERS = 4500;
const PROMPT_CHARACTERS = 1100;
/** Earlier pictures sent along with each but the first. */
const REFERENCES = 1;
/** Every started second is paid: half a one is lost on the mean. */
const LOST_MINUTES = 0.5 / 60;

type ScriptTariff = Pick<FilmTariff, 'scriptUsd' | 'scriptSceneUsd' | 'scriptCharacterUsd'>;
type VoiceTariff = Pick<FilmTariff, 'voiceCharacterUsd' | 'voiceMinuteUsd' | 'voiceSceneUsd'>;

/**
 * Prices of a film's parts with these servers, so that the budget can tell what a film costs; null where nothing
 * is configured that takes money. Capabilities that are not configured cost nothing: the built-in studio does
 * their part.
 */
export function filmTariff(settings: ProviderSettings): FilmTariff | null {
  const { script, image, speech, transcribe } = settings;
  const bases: [variable: string, basis: PriceBasis][] = [
    ...(script ? [['SCRIPT_PRICE', chatPrice(script).basis] as const] : []),
    ...(image ? [['IMAGE_PRICE', pictureBasis(image)] as const] : []),
    ...(speech ? [['SPEECH_PRICE', speechPrice(speech).basis] as const] : []),
    ...(speech && transcribe ? [['TRANSCRIBE_PRICE', transcriptionPrice(transcribe).basis] as const] : []),
  ].map(([variable, basis]) => [variable, basis]);
  const basis = leastCertain(bases.map(([, each]) => each).filter((each) => each !== 'untold'));
  const untold = bases.filter(([, each]) => each === 'untold').map(([variable]) => variable);
  if (basis === 'free' && untold.length === 0) return null;
  return {
    ...scriptTariff(settings),
    ...voiceTariff(settings),
    pictureUsd: pictureUsd(image),
    pictureUsdByQuality: pictureUsdByQuality(image),
    isListed: basis !== 'assumed',
    isVerified: basis === 'listed' || basis === 'told' || basis === 'free',
    untold,
    pricesAsOf: PRICES_AS_OF,
  };
}

function scriptTariff({ script }: ProviderSettings): ScriptTariff {
  if (!script) return { scriptUsd: 0, scriptSceneUsd: 0, scriptCharacterUsd: 0 };
  const { price } = chatPrice(script);
  const usd = (inputCharacters: number, outputTokens: number) =>
    chatUsd(price, { inputTokens: inputCharacters / CHARACTERS_PER_TOKEN, outputTokens });
  return {
    scriptUsd: usd(INSTRUCTION_CHARACTERS, HEAD_TOKENS),
    scriptSceneUsd: usd(0, SCENE_TOKENS),
    scriptCharacterUsd: usd(1, 0),
  };
}

const pictureBasis = (image: ImageSettings): PriceBasis =>
  image.price === null ? imagePrice(image).basis : 'told';

/** Speech with its word times. */
function voiceTariff({ speech, transcribe }: ProviderSettings): VoiceTariff {
  if (!speech) return { voiceCharacterUsd: 0, voiceMinuteUsd: 0, voiceSceneUsd: 0 };
  const { price } = speechPrice(speech);
  const heardUsd = transcribe ? transcriptionPrice(transcribe).price.perMinuteUsd : 0;
  const instructions = speech.instructions?.length ?? 0;
  return {
    voiceCharacterUsd: speechUsd(price, { characters: 1, minutes: 0 }),
    voiceMinuteUsd: speechUsd(price, { characters: 0, minutes: 1 }) + heardUsd,
    voiceSceneUsd: speechUsd(price, { characters: instructions, minutes: 0 }) + heardUsd * LOST_MINUTES,
  };
}

function pictureUsd(image: ImageSettings | null): FilmTariff['pictureUsd'] {
  const of = (format: FormatName) => {
    if (!image) return 0;
    const size = requestSize(image.model, format, image.resolution);
    return estimatePicture({ ...image, ...size, promptCharacters: PROMPT_CHARACTERS, references: REFERENCES })
      .expectedUsd;
  };
  return { '9:16': of('9:16'), '1:1': of('1:1'), '16:9': of('16:9') };
}

function pictureUsdByQuality(image: ImageSettings | null): FilmTariff['pictureUsdByQuality'] {
  if (!image) return {};
  const prices = qualitiesOf(image).map((quality) => [quality, pictureUsd({ ...image, quality })] as const);
  return Object.fromEntries(prices);
}
