/** A strict reader of Prometheus' text format 0.0.4: what it refuses, a scraper may refuse as well. */

/** One metric with all its samples. */
export interface Family {
  type: 'counter' | 'gauge' | 'histogram' | 'summary' | 'untyped';
  help: string;
  samples: Sample[];
}

export interface Sample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const HELP = new RegExp(`^# HELP (${NAME}) (.+)$`);
const TYPE = new RegExp(`^# TYPE (${NAME}) (counter|gauge|histogram|summary|untyped)$`);
const SAMPLE = new RegExp(`^(${NAME})(?:\\{(.*)\\})? (\\S+)$`);
const LABEL = /^([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(?:,(?!$)|$)/;
const NUMBER = /^(?:[+-]?(?:\d+(?:\.\d+)?(?:e[+-]?\d+)?|Inf)|NaN)$/i;
/** What a sample's name may have behind its family's. */
const SUFFIXES = { histogram: ['_bucket', '_sum', '_count'], summary: ['', '_sum', '_count'] };

/** @throws Error naming the line that is not as the format says */
export function readExposition(text: string): Map<string, Family> {
  if (!text.endsWith('\n')) throw new Error('The last line does not end.');
  const families = new Map<string, Family>();
  const seen = new Set<string>();
  let help: { name: string; text: string } | null = null;
  let current: string | null = null;
  for (const [at, line] of text.slice(0, -1).split('\n').entries()) {
    const refuse = (why: string) => new Error(`Line ${at + 1}: ${why}: ${line}`);
    if (line === '') continue;
    if (line.startsWith('# HELP ')) {
      const [, name, said] = HELP.exec(line) ?? [];
      if (!name || !said) throw refuse('no help');
      help = { name, text: said };
      continue;
    }
    if (line.startsWith('# TYPE ')) {
      const [, name, type] = TYPE.exec(line) ?? [];
      if (!name || help?.name !== name) throw refuse('a type without its help');
      if (families.has(name)) throw refuse('a family that was there already');
      families.set(name, { type: type as Family['type'], help: help.text, samples: [] });
      current = name;
      continue;
    }
    const [, name = '', labels = '', value = ''] = SAMPLE.exec(line) ?? [];
    if (!NUMBER.test(value)) throw refuse('no number');
    const family = current === null ? undefined : families.get(current);
    if (!family || !namesOf(current ?? '', family.type).includes(name)) throw refuse('a sample of no family');
    const sample = {
      name,
      labels: readLabels(labels, refuse),
      value: Number(value.replace('Inf', 'Infinity')),
    };
    const key = `${name} ${JSON.stringify(Object.entries(sample.labels).sort())}`;
    if (seen.has(key)) throw refuse('a sample that was there already');
    seen.add(key);
    if (family.type === 'counter' && !(sample.value >= 0)) throw refuse('a counter below 0');
    family.samples.push(sample);
  }
  return families;
}

function namesOf(family: string, type: Family['type']): string[] {
  const suffixes = type === 'histogram' || type === 'summary' ? SUFFIXES[type] : [''];
  return suffixes.map((suffix) => family + suffix);
}

function readLabels(text: string, refuse: (why: string) => Error): Record<string, string> {
  const labels: Record<string, string> = {};
  for (let rest = text; rest !== ''; ) {
    const [whole, name, value] = LABEL.exec(rest) ?? [];
    if (!whole || !name || value === undefined) throw refuse('labels that are none');
    if (name in labels) throw refuse('a label twice');
    labels[name] = value.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));
    rest = rest.slice(whole.length);
  }
  return labels;
}

/** The value of the one sample with these labels, which must be all that it has. */
export function sampleOf(families: Map<string, Family>, name: string, labels: Record<string, string> = {}) {
  const wanted = JSON.stringify(Object.entries(labels).sort());
  const found = families
    .get(name)
    ?.samples.filter((sample) => JSON.stringify(Object.entries(sample.labels).sort()) === wanted);
  return found?.[0]?.value;
}
