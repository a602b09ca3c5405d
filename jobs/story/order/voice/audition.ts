/** A voice that is heard before it is chosen: what it says, and what its sound is called. Pure. */
import { z } from 'zod';
import { type PlanContext, speechEngine } from '#jobs/story/film/plan.ts';
import { optionsIn } from '#jobs/story/film/scene-speech.ts';
import { speakerKindOf } from '#jobs/story/film/speech.ts';
import { storyLanguage } from '#jobs/story/language/language.ts';
import { canonicalTag, primaryLanguage } from '#jobs/story/language/language-tag.ts';
import type { SpeechAbilities } from '#jobs/story/language/speech-language.ts';
import { type VideoOptions, videoOptionsSchema } from '#jobs/story/order/options.ts';
import {
  type Chosen,
  type ChosenVoice,
  chooseVoice,
  type ServiceIssue,
} from '#jobs/story/order/speech-service.ts';
import { sceneVoiceSchema } from '#jobs/story/order/voice/speaker-voice.ts';

/** Longest text that is said to try a voice, characters. */
export const MAX_AUDITION_CHARACTERS = 160;

export const auditionSchema = z.object({
  voice: sceneVoiceSchema,
  text: z.string().min(1).max(MAX_AUDITION_CHARACTERS),
  /** BCP 47 tag of the text. */
  language: z.string().refine((tag) => canonicalTag(tag) !== null),
});
export type Audition = z.infer<typeof auditionSchema>;

/** Where what is heard to try voices is kept: it belongs to no video. */
export const AUDITIONS_FOLDER = 'auditions';

/** A film's options in which that voice speaks. */
export function auditionOptions({ voice, language }: Pick<Audition, 'voice' | 'language'>): VideoOptions {
  return optionsIn(videoOptionsSchema.parse({ language }), { voice });
}

/** Under which key the sound lies: another one for another engine. */
export function auditionKey(audition: Audition, context: PlanContext): string {
  const options = auditionOptions(audition);
  const { text, language } = audition;
  const { voice } = options;
  const engine = speechEngine(options, context);
  return `${AUDITIONS_FOLDER}/${context.fingerprint({ kind: 'audition', engine, voice, text, language })}.wav`;
}

/** What voices say where there is no story yet, and always where each word is paid for. */
const SENTENCES: Readonly<Record<string, string>> = {
  ar: 'كانت هناك قصة لم يروها أحد، فأنا أرويها لك الآن.',
  de: 'Es war einmal eine Geschichte, die niemand erzählt hatte, also erzähle ich sie dir.',
  en: 'Once there was a story that nobody had told, so I am telling it to you.',
  es: 'Había una vez una historia que nadie había contado, así que te la cuento yo.',
  fr: 'Il était une fois une histoire que personne n’avait racontée, alors je te la raconte.',
  hi: 'एक कहानी थी जो किसी ने नहीं सुनाई थी, इसलिए मैं तुम्हें सुनाता हूँ।',
  it: 'C’era una volta una storia che nessuno aveva raccontato, così te la racconto io.',
  ja: '誰も語らなかった物語があったので、私があなたに語ります。',
  pl: 'Była sobie historia, której nikt nie opowiedział, więc ja ci ją opowiem.',
  pt: 'Era uma vez uma história que ninguém tinha contado, por isso eu a conto a você.',
  ru: 'Жила-была история, которую никто не рассказал, и я расскажу её тебе.',
  zh: '从前有一个没有人讲过的故事，所以我来讲给你听。',
};

/** Where sentences end, as many writings mark it. */
const SENTENCE = /^.*?(?:[.!?…]+["'”’»)]*(?=\s|$)|[。！？]+[」』）]*)/u;

/**
 * Reads whom somebody wants to hear: `voice` by its name, `story` and `language` as on the form.
 * A voice that does not read the story's language says a sentence of ours in its own.
 */
export function readAudition(
  { voice: name, story, language: tag }: Readonly<Record<string, unknown>>,
  abilities: SpeechAbilities,
): Chosen<Audition> {
  const named = chooseVoice(typeof name === 'string' ? name : typeof name, abilities);
  if (!named.ok) return named;
  const { voice, ...further } = named.chosen;
  if (!voice || voice === 'none') return { ok: false, issue: NOTHING_TO_HEAR };
  const text = typeof story === 'string' ? story.slice(0, LONGEST_READ) : '';
  const options = videoOptionsSchema.shape.language.safeParse(tag).data ?? 'auto';
  const language = storyLanguage({ story: text, options: { language: options } });
  const reads = languagesOf(named.chosen, abilities);
  const isRead = reads === null || reads.includes(primaryLanguage(language));
  // What is paid for by the word is paid for once, whatever the story.
  const isPaid = abilities.service !== null && speakerKindOf({ voice, ...further }) === 'service-or-builtin';
  const own = isRead && !isPaid ? firstSentence(text) : '';
  const said = own === '' ? ourSentence(isRead ? language : (reads?.[0] ?? 'en')) : { text: own, language };
  return { ok: true, chosen: { voice: { voice, ...further }, ...said } };
}

/** As much of a story as its first sentence and its language need, characters. */
const LONGEST_READ = 2000;

const NOTHING_TO_HEAR: ServiceIssue = {
  code: 'nothing_to_hear',
  message: 'There is nothing to be heard of a film without a voice.',
  hint: 'Choose a voice to hear it.',
};

/** Primary languages that a voice reads; null for any. */
function languagesOf(
  { voice, localVoice }: ChosenVoice,
  abilities: SpeechAbilities,
): readonly string[] | null {
  if (localVoice !== undefined) {
    const languages = abilities.localVoices.find(({ name }) => name === localVoice)?.languages ?? [];
    return languages.length > 0 ? languages : null;
  }
  if (voice === 'espeak') return abilities.espeakLanguages;
  return abilities.service ? null : ['en'];
}

function ourSentence(language: string): Pick<Audition, 'text' | 'language'> {
  const known = SENTENCES[primaryLanguage(language)] ? primaryLanguage(language) : 'en';
  return { text: SENTENCES[known] ?? '', language: known };
}

/** Words of the story's beginning, a sentence or as many as say something; empty where there is hardly any. */
function firstSentence(story: string): string {
  const whole = story.trim().replace(/\s+/gu, ' ');
  let first = '';
  while (lettersIn(first) < FEWEST_LETTERS && first.length < whole.length) {
    const rest = whole.slice(first.length);
    first += /^\s*/u.exec(rest)?.[0] + (SENTENCE.exec(rest.trimStart())?.[0] ?? rest.trimStart());
  }
  if (lettersIn(first) < FEWEST_LETTERS) return '';
  const characters = [...first];
  if (characters.length <= MAX_AUDITION_CHARACTERS) return first;
  return characters
    .slice(0, MAX_AUDITION_CHARACTERS)
    .join('')
    .replace(/\s\S*$/u, '');
}

const lettersIn = (text: string) => text.match(/\p{L}/gu)?.length ?? 0;

/** Less is no sentence yet. */
const FEWEST_LETTERS = 12;
