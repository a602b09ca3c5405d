/** Names of currencies and of units of measure as they are spoken after a number. */

interface NamedUnit {
  one: string;
  many: string;
}

export interface Currency extends NamedUnit {
  /** The hundredth part, where people name it. */
  cent: NamedUnit | null;
}

const CENT: NamedUnit = { one: 'cent', many: 'cents' };

export const CURRENCIES: Record<string, Currency> = {
  $: { one: 'dollar', many: 'dollars', cent: CENT },
  '€': { one: 'euro', many: 'euros', cent: CENT },
  '£': { one: 'pound', many: 'pounds', cent: { one: 'penny', many: 'pence' } },
  '¥': { one: 'yen', many: 'yen', cent: null },
  '₹': { one: 'rupee', many: 'rupees', cent: null },
  '₽': { one: 'ruble', many: 'rubles', cent: null },
  '₩': { one: 'won', many: 'won', cent: null },
  '₿': { one: 'bitcoin', many: 'bitcoins', cent: null },
};

/** Letters for powers of ten that follow an amount of money. */
export const MONEY_SCALES: Record<string, string> = {
  k: 'thousand',
  m: 'million',
  mn: 'million',
  b: 'billion',
  bn: 'billion',
  t: 'trillion',
  tn: 'trillion',
};

/** Words for powers of ten: "$5 million" is said "five million dollars". */
export const SCALE_WORDS = new Set(['hundred', 'thousand', 'million', 'billion', 'trillion']);

const UNITS: Record<string, NamedUnit> = {
  mm: plural('millimeter'),
  cm: plural('centimeter'),
  m: plural('meter'),
  km: plural('kilometer'),
  mi: plural('mile'),
  ft: { one: 'foot', many: 'feet' },
  in: { one: 'inch', many: 'inches' },
  yd: plural('yard'),
  yds: plural('yard'),
  mg: plural('milligram'),
  g: plural('gram'),
  kg: plural('kilogram'),
  lb: plural('pound'),
  lbs: plural('pound'),
  oz: plural('ounce'),
  ml: plural('milliliter'),
  l: plural('liter'),
  tsp: plural('teaspoon'),
  tbsp: plural('tablespoon'),
  s: plural('second'),
  sec: plural('second'),
  secs: plural('second'),
  ms: plural('millisecond'),
  min: plural('minute'),
  mins: plural('minute'),
  h: plural('hour'),
  hr: plural('hour'),
  hrs: plural('hour'),
  yr: plural('year'),
  yrs: plural('year'),
  bpm: { one: 'beat per minute', many: 'beats per minute' },
  mph: { one: 'mile per hour', many: 'miles per hour' },
  'km/h': { one: 'kilometer per hour', many: 'kilometers per hour' },
  kmh: { one: 'kilometer per hour', many: 'kilometers per hour' },
  'm/s': { one: 'meter per second', many: 'meters per second' },
  kb: plural('kilobyte'),
  mb: plural('megabyte'),
  gb: plural('gigabyte'),
  tb: plural('terabyte'),
  ghz: { one: 'gigahertz', many: 'gigahertz' },
  mhz: { one: 'megahertz', many: 'megahertz' },
  hz: { one: 'hertz', many: 'hertz' },
  khz: { one: 'kilohertz', many: 'kilohertz' },
  w: plural('watt'),
  kw: plural('kilowatt'),
  kwh: plural('kilowatt hour'),
  v: plural('volt'),
  '°': plural('degree'),
  '°c': { one: 'degree celsius', many: 'degrees celsius' },
  '°f': { one: 'degree fahrenheit', many: 'degrees fahrenheit' },
  '¢': CENT,
  '%': { one: 'percent', many: 'percent' },
  '‰': { one: 'per mille', many: 'per mille' },
  m2: plural('square meter'),
  km2: plural('square kilometer'),
  m3: plural('cubic meter'),
};

/** Units that may stand apart from their number; the others would be taken for words of the text. */
const LOOSE_UNITS = new Set(
  'mm cm m km mi ft yd yds mg kg lb lbs oz ml tsp tbsp g l sec secs ms min mins yr yrs bpm hr hrs mph km/h kmh m/s kb mb gb tb hz khz mhz ghz kw kwh °c °f % m2 km2 m3'.split(
    ' ',
  ),
);

/** The unit's name for a written number, or null for no known unit. */
export function unitAfter(written: string, symbol: string): string | null {
  // “5G”, “3D” and “4K” are said by their letters.
  if (/^[DGKMPX]$/u.test(symbol)) return null;
  const unit = UNITS[symbol.toLowerCase().replace('²', '2').replace('³', '3')];
  if (!unit) return null;
  return written === '1' ? unit.one : unit.many;
}

/** The same for a unit that stands as a token of its own after a number. */
export function looseUnitAfter(written: string, symbol: string): string | null {
  const plain = symbol.replace('²', '2').replace('³', '3');
  // A capital letter alone is a name or a size.
  if (/^\p{Lu}$/u.test(symbol)) return null;
  return LOOSE_UNITS.has(plain.toLowerCase()) ? unitAfter(written, plain) : null;
}

function plural(name: string): NamedUnit {
  return { one: name, many: `${name}s` };
}
