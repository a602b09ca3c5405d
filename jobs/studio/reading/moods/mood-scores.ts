/** How often a text speaks of each mood. */
import { MUSIC_MOODS, type MusicMood } from '#jobs/story/order/options.ts';
import { MOOD_STEMS } from '#jobs/studio/reading/lexicon/words.ts';
import MOOD_WORDS from './mood-words.json' with { type: 'json' };

/** Endings that leave a word what it is: “happy” and “happily”, but not “happens”. */
const ENDINGS =
  /^(?:y|ily|iness|ier|iest|s|es|ed|d|ing|ly|ful|fully|ness|ers?|ies|ied|ous|ously|ic|ical|ment|ments|t|i|a|e[nr]?|ual|ial|ured?|uring|ion|ions|ory)?$/;
/** What a word is turned into its opposite by. */
const DENIALS =
  /^(?:not|no|never|without|nobody|nothing|hardly|isn't|wasn't|don't|didn't|won't|can't|couldn't)$/;
/** Words whose beginning is that of a mood's word by chance. */
const OTHERWISE: ReadonlySet<string> = new Set(
  'huge hugely still stille won wons waste playlist player players played playing play display winter window wing funeral fund funds funding function kindof kinds kindly party parties parted prized mothers-in-law homework hop hops hope hoped hopes hopeful restaurant restaurants rested slowly water waters watered heartbeat dark darker storms'.split(
    ' ',
  ),
);

/** Words of moods in other languages, whole or by their beginnings where that is safe. */
const OTHERS: Readonly<Partial<Record<MusicMood, RegExp>>> = {
  tense:
    /(?<!\p{L})(?:sangre|muerte|muert[oa]s?|miedo|grito|gritó|asesin\p{L}+|Blut|Angst|Schrei|Mord|tot|Leiche|sang|mort|peur|cri|meurtre|sangue|medo|morte|assassin\p{L}+)(?!\p{L})|(?:डर|खून|चीख|मौत|怖|血|悲鳴|殺)/giu,
  sad: /(?<!\p{L})(?:triste|lloré|llorar|lágrimas?|extraño|traurig|weinte|Tränen|vermisse|pleur\p{L}+|larmes|chorei|chorar|saudades?|lágrima)(?!\p{L})|(?:रोया|रोई|आँसू|दुख|悲し|泣|涙|寂し)/giu,
  tender:
    /(?<!\p{L})(?:abuel[oa]|mamá|papá|abrazo|besos?|cariño|Oma|Opa|Mama|Umarmung|Liebe|grand-mère|maman|câlin|avó|mãe|abraço|carinho)(?!\p{L})|(?:माँ|दादी|प्यार|गले|母|祖母|おばあ|抱き|愛)/giu,
  joyful:
    /(?<!\p{L})(?:feliz|alegría|risas?|fiesta|glücklich|lachte|Freude|heureux|heureuse|joie|rire|alegria|festa)(?!\p{L})|(?:खुश|हँसी|嬉し|笑|楽し)/giu,
  mysterious:
    /(?<!\p{L})(?:secreto|misteri\p{L}+|sombra|desaparec\p{L}+|aparec\p{L}+|medianoche|vací[oa]s?|túnel|niebla|verschw\p{L}+|Nebel|Mitternacht|disparu\p{L}*|brouillard|minuit|neblina|desapareceu|Geheimnis|rätsel\p{L}*|Schatten|mystère|secret|ombre|segredo|mistéri\p{L}+)(?!\p{L})|(?:रहस्य|謎|秘密|不思議)/giu,
  adventurous:
    /(?<!\p{L})(?:aventura|viaje|Abenteuer|Reise|aventure|voyage|viagem)(?!\p{L})|(?:यात्रा|冒険|旅)/giu,
};

/** Words whose usual sense is one of a mood's, see `collect-mood-words.ts`. */
const NAMED: ReadonlyMap<MusicMood, ReadonlySet<string>> = new Map(
  MUSIC_MOODS.map((mood) => [mood, new Set(MOOD_WORDS[mood].split(' '))]),
);

/**
 * Words of each mood in a text; those that are denied do not count.
 * @param words `strong` counts those alone that may colour a picture by themselves
 */
export function moodScores(text: string, words: 'all' | 'strong' = 'all'): Record<MusicMood, number> {
  const scores = Object.fromEntries(MUSIC_MOODS.map((mood) => [mood, 0])) as Record<MusicMood, number>;
  const said =
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}']+/gu) ?? [];
  said.forEach((word, at) => {
    if (OTHERWISE.has(word) || said.slice(Math.max(0, at - 3), at).some((one) => DENIALS.test(one))) return;
    for (const mood of MUSIC_MOODS)
      if (
        (words === 'all' && NAMED.get(mood)?.has(word)) ||
        MOOD_STEMS[mood].some((stem) => isOf(word, stem))
      )
        scores[mood]++;
  });
  for (const mood of MUSIC_MOODS) scores[mood] += (text.match(OTHERS[mood] ?? NEVER) ?? []).length;
  return scores;
}

const NEVER = /(?!)/gu;

const isOf = (word: string, stem: string): boolean =>
  word.startsWith(stem) && ENDINGS.test(word.slice(stem.length));
