/** How languages say who has spoken: verbs, subjects, and where they stand. */

export type Mention =
  | { kind: 'name'; name: string; gender: 'female' | 'male' | null }
  | { kind: 'pronoun'; gender: 'female' | 'male' | null }
  /** Whoever tells the story. */
  | { kind: 'teller' };

/** In the past and the present, as stories are told. */
const VERBS = [
  // English
  'said says asked asks cried cries called calls shouted shouts whispered whispers replied replies answered answers',
  'murmured murmurs muttered mutters told tells yelled yells screamed screams laughed laughs sighed sighs begged begs',
  'demanded explained added agreed admitted announced insisted warned promised wondered growled hissed roared snapped',
  'breathed sobbed gasped repeated continued began went remarked declared exclaimed mumbled squeaked barked croaked',
  // German
  'sagte sagt fragte fragt rief ruft antwortete antwortet flüsterte flüstert schrie schreit murmelte brummte meinte',
  'erwiderte entgegnete lachte seufzte knurrte bat erklärte denkt dachte jammerte',
  // Spanish
  'dijo dice preguntó pregunta respondió responde gritó grita susurró susurra contestó contesta murmuró exclamó añadió',
  // French
  'dit demanda demande répondit répond cria crie murmura murmure chuchota souffla ajouta lança soupira reprit',
  // Italian
  'disse dice chiese chiede rispose risponde gridò grida sussurrò sussurra mormorò esclamò',
  // Portuguese
  'perguntou respondeu gritou sussurrou murmurou exclamou falou',
]
  .join(' ')
  .replaceAll(' ', '|');

const FEMALE = /^(?:she|her|sie|ella|elle|lei|ela)$/iu;
const MALE = /^(?:he|him|er|él|il|lui|egli|ele)$/iu;
const TELLER = /^(?:i|we|ich|wir|yo|je|io|eu)$/iu;
const PRONOUN = 'she|he|they|it|I|we|sie|er|es|ich|wir|ella|él|yo|elle|il|je|lei|lui|egli|io|ela|ele|eu';
const ARTICLES =
  'the a an my his her our their your der die das ein eine mein meine sein seine ihr ihre el la los las un una mi su le les une mon ma son sa il lo i gli uno mio mia suo sua o os as um uma meu minha seu'.split(
    ' ',
  );
/** A sentence may begin with one. */
const ARTICLE = ARTICLES.flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1)]).join('|');
/** What may stand between an article and its noun. */
const ADJECTIVE =
  'old|young|little|small|smallest|big|great|tall|poor|rich|wise|brave|tiny|white|black|red|blue|green|grey|golden|kind|wicked|lonely|last|first|second|third|other|alte|kleine|große|junge|arme|petit|petite|vieux|vieille|grand|grande|jeune|pequeño|pequeña|viejo|vieja|joven|vecchio|vecchia|piccolo|piccola|velho|velha|pequeno|pequena';

const WORD = "[\\p{L}][\\p{L}\\p{M}’'-]*";
const NAME = "(?:(?:Mrs|Mr|Ms|Dr|St)\\.\\s)?\\p{Lu}[\\p{L}\\p{M}’'-]*";
/** A noun with its article and up to two words before it, or one to three words that begin with a capital. */
const PHRASE = `(?:(?:${ARTICLE})\\s(?:${WORD}\\s){0,2}?${WORD}(?:\\s${NAME})?|${NAME}(?:\\s\\p{Lu}[\\p{L}\\p{M}’'-]*){0,2})`;
/** The same where no verb after it says how far it goes: the noun is the first word that is no adjective. */
const ACTOR = `(?:(?:${ARTICLE})\\s(?:(?:${ADJECTIVE})\\s){0,2}${WORD}|${NAME}(?:\\s\\p{Lu}[\\p{L}\\p{M}’'-]*){0,2})`;
const SUBJECT = `(?:${PRONOUN}|${PHRASE})`;
/** Words between verb and line, such as “quietly”, “to her”, “at last”. */
const MANNER = `(?:\\s${WORD}){0,4}`;
const START = '^[\\s,;!?–—-]*';

const VERB_FIRST = new RegExp(
  `${START}(?:and\\s)?(?:${VERBS})[-\\s]+(${PRONOUN}|${ACTOR}(?:\\s${NAME})?)(?=[\\s,.;:!?–—]|$)`,
  'u',
);
const SUBJECT_FIRST = new RegExp(
  `${START}(${SUBJECT})(?:\\s(?:then|only|just|had|softly|quietly))?\\s(?:${VERBS})(?=[\\s,.;:!?–—]|$)`,
  'u',
);
const LEADING_ON = new RegExp(
  `(?:^|[.!?…]\\s|[,;]\\s(?:and\\s|und\\s|y\\s|et\\s|e\\s)?)(${SUBJECT})(?:\\s(?:then|only|just|used to))?\\s(?:${VERBS}|say|ask)${MANNER}\\s?[,:]$`,
  'u',
);
/** A voice or a thing that is heard: “a voice came from the dark: …” */
const HEARD = new RegExp(`(?:^|[.!?…]\\s)(?:\\p{Lu}\\p{L}+\\s)?(${PHRASE})(?:\\s${WORD}){1,6}:$`, 'u');

export const AFTER = {
  /** Whom a passage that follows a line names as its speaker, at its beginning. */
  mention: (told: string): Mention | null => mentionIn(VERB_FIRST.exec(told) ?? SUBJECT_FIRST.exec(told)),
};
export const BEFORE = {
  /** Whom a passage that leads on to a line names as its speaker, at its end. */
  mention: (told: string): Mention | null => mentionIn(LEADING_ON.exec(told) ?? HEARD.exec(told)),
};

const ACTING = new RegExp(`^(?:(?:Suddenly|Then|And|But|So|Now)[\\s,]+)?(${ACTOR})(?=\\s)`, 'u');

/** Who acts in a sentence, where it begins with that. */
export function subjectOf(sentence: string): Mention | null {
  const found = mentionIn(ACTING.exec(sentence));
  if (found?.kind !== 'name') return found;
  // The first word of a sentence has a capital, whatever it is.
  return COMMON_STARTS.test(found.name) ? null : found;
}

const COMMON_STARTS =
  /^(?:There|Here|This|That|These|Those|When|Where|What|Who|Why|How|If|In|On|At|For|From|With|Once|After|Before|Every|Everybody|Nobody|Somebody|Something|Nothing|One|Two|Three|Some|All|No|Not|Never|As|Of|To|By|Its|Their|Yes|Es|Da|Dann|Als|Wenn|Im|In|Am|Und|En|Con|Por|De|Dans|Avec|Quand|Si)\b/u;

const FEMALE_NOUNS =
  /(?:^|\s)(?:girl|woman|mother|mom|mum|grandmother|grandma|aunt|sister|daughter|queen|princess|lady|witch|wife|bride|Mrs\.?|Ms\.?|Frau|Mutter|Oma|Großmutter|Tante|Schwester|Tochter|Königin|Prinzessin|Hexe|abuela|madre|mujer|niña|tía|hermana|hija|reina|princesa|bruja|fille|femme|mère|tante|sœur|reine|princesse|ragazza|donna|nonna|zia|sorella|regina|menina|mulher|avó|mãe|irmã|rainha)(?=\s|$)/iu;
const MALE_NOUNS =
  /(?:^|\s)(?:boy|man|father|dad|grandfather|grandpa|uncle|brother|son|king|prince|lord|wizard|husband|Mr\.?|Junge|Mann|Vater|Opa|Großvater|Onkel|Bruder|Sohn|König|Prinz|Bauer|Riese|abuelo|padre|hombre|niño|tío|hermano|hijo|rey|príncipe|garçon|homme|père|oncle|frère|roi|ragazzo|uomo|nonno|zio|fratello|re|menino|homem|avô|pai|irmão|rei)(?=\s|$)/iu;

function mentionIn(found: RegExpExecArray | null): Mention | null {
  const subject = found?.[1];
  if (!subject) return null;
  if (TELLER.test(subject)) return { kind: 'teller' };
  if (FEMALE.test(subject)) return { kind: 'pronoun', gender: 'female' };
  if (MALE.test(subject)) return { kind: 'pronoun', gender: 'male' };
  if (new RegExp(`^(?:${PRONOUN})$`, 'iu').test(subject)) return { kind: 'pronoun', gender: null };
  const name = subject.replace(new RegExp(`^(?:${ARTICLE})\\s`, 'iu'), '');
  return { kind: 'name', name, gender: genderOf(name) };
}

function genderOf(name: string): 'female' | 'male' | null {
  if (FEMALE_NOUNS.test(name)) return 'female';
  return MALE_NOUNS.test(name) ? 'male' : null;
}
