/** Short forms and what is said for them. */
import { SHORT_DAYS, SHORT_MONTHS } from './calendar';

/** Said in full wherever they stand, written with a final full stop (left out here) or without one. */
export const TITLES: Record<string, string> = {
  mr: 'mister',
  mrs: 'missus',
  ms: 'miz',
  mx: 'mix',
  dr: 'doctor',
  prof: 'professor',
  messrs: 'messers',
};

/** Said in full only when written with their full stop: without it they are words of their own. */
export const DOTTED: Record<string, string> = {
  jr: 'junior',
  sr: 'senior',
  capt: 'captain',
  cmdr: 'commander',
  col: 'colonel',
  gen: 'general',
  lt: 'lieutenant',
  maj: 'major',
  sgt: 'sergeant',
  gov: 'governor',
  sen: 'senator',
  rep: 'representative',
  pres: 'president',
  mme: 'madame',
  mlle: 'mademoiselle',
  sra: 'senora',
  rev: 'reverend',
  fr: 'father',
  hon: 'honorable',
  mt: 'mount',
  ft: 'fort',
  ave: 'avenue',
  blvd: 'boulevard',
  rd: 'road',
  hwy: 'highway',
  apt: 'apartment',
  dept: 'department',
  univ: 'university',
  inc: 'incorporated',
  ltd: 'limited',
  corp: 'corporation',
  co: 'company',
  bros: 'brothers',
  est: 'established',
  approx: 'approximately',
  vs: 'versus',
  etc: 'et cetera',
  al: 'al',
  no: 'number',
  nos: 'numbers',
  vol: 'volume',
  fig: 'figure',
  ch: 'chapter',
  p: 'page',
  pp: 'pages',
  pt: 'part',
  bk: 'book',
  max: 'maximum',
  ca: 'circa',
  c: 'circa',
  ...SHORT_MONTHS,
  ...SHORT_DAYS,
};

/** Of those, the ones that are ordinary words too: they need a digit or a capital after them to be short forms. */
const AMBIGUOUS_DOTTED = new Set(
  'no nos al co fig ch max mar jun sen rep gen col fr ft sep mon wed fri est ca c p pt bk'.split(' '),
);

/** Written with inner full stops; keys have none. */
export const PHRASES: Record<string, string> = {
  eg: 'for example',
  ie: 'that is',
  am: 'ay m',
  pm: 'p m',
  phd: 'p h d',
  bc: 'b c',
  ad: 'ay d',
  bce: 'b c e',
  ce: 'c e',
  aka: 'ay k ay',
};

/** Short forms in common use without any full stop. */
export const UNDOTTED: Record<string, string> = {
  vs: 'versus',
  etc: 'et cetera',
  'w/': 'with',
  'w/o': 'without',
  approx: 'approximately',
};

/** After these a sentence never ends: something always follows. */
/** Of the ambiguous ones, those that are hardly ever words when they begin with a capital. */
const CAPITALISED = new Set('col gen sen rep fr ft co mon wed fri mar jun sep'.split(' '));
/** Whether a short form that is ambiguous is one here: by its capital, or by what follows. */
export function isShortForm(bare: string, next: string): boolean {
  const key = bare.toLowerCase();
  if (!AMBIGUOUS_DOTTED.has(key)) return true;
  if (FOLLOWED_BY_NUMBER.has(key)) return /^(?:[\d#]|[IVX]+\b)/u.test(next);
  return (CAPITALISED.has(key) && /^\p{Lu}/u.test(bare)) || /^(?:[\d#]|\p{Lu})/u.test(next);
}
/** These number something, or are words. */
const FOLLOWED_BY_NUMBER = new Set('no nos p c ca pt bk fig ch'.split(' '));

/** Units that are written with a full stop; after a number it ends no sentence by itself. */
const DOTTED_UNITS = /^(?:in|ft|yd|mi|oz|lb|lbs|tsp|tbsp|min|sec|hr|hrs|mm|cm|km|kg|qt|pt|gal|yr|yrs)$/u;

const NEVER_FINAL = new Set(
  'mr mrs ms mx dr prof st mt capt cmdr lt sgt gov messrs gen sen rep col fr ft rev eg ie vs approx fig no nos vol ch p pp pt bk ca c'.split(
    ' ',
  ),
);

/**
 * Whether the full stop at the end of a token belongs to a short form, so that a sentence ends there only
 * when what follows shows it. `core` is the token without quotes and brackets, its full stop included, and
 * `next` the one after it.
 */
export function endsInAbbreviation(core: string, next: string): 'never_final' | 'maybe_final' | 'no' {
  if (!core.endsWith('.')) return 'no';
  const written = core.slice(0, -1);
  const bare = written.toLowerCase();
  const key = bare.replaceAll('.', '');
  // A street and a drive end sentences, a saint and a doctor do not.
  if (key === 'st' || key === 'dr') return 'maybe_final';
  if (NEVER_FINAL.has(key) && isShortForm(written, next)) return 'never_final';
  if (/^[A-Z]\.$/u.test(core) && core !== 'I.') return 'never_final';
  if (/^(\p{L}\.){2,}$/u.test(core) || key in PHRASES) return 'maybe_final';
  if (DOTTED_UNITS.test(bare) && /^\p{Ll}/u.test(next)) return 'maybe_final';
  const isKnown = key in DOTTED && !FOLLOWED_BY_NUMBER.has(key) && isShortForm(written, '');
  return isKnown ? 'maybe_final' : 'no';
}
