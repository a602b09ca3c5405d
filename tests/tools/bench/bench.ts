/**
 * `npm run bench [-- --json] [part…]`: measures StoryShort in one run: its start, how long a film takes compared with
 * its length, how long a job waits, how fast the status route answers under load, how long captions and pictures
 * take, how fast frames come and where their time goes, how small and how true the film is, what edits take, and how
 * fast home answers with 10,000 videos. With parts named, only those; `memory` and `crew` have to be.
 *
 * `--check` measures what the ratios in `kept-figures.json` come of, and ends with 1 where one was lost; `--keep`
 * writes them there, with both only where none was lost.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failClearly } from '#bin/host/fail-clearly.ts';
import { BENCH_PARTS, type BenchPart } from './bench-parts';
import { type Findings, figureJson, figureLines } from './figures';
import { keep, readKept } from './kept-figures';
import { compareRatios, RATIO_PARTS, type Ratios, ratiosOf } from './kept-ratios';
import { MeasuredApp } from './measured-app';

type NamedPart = [name: string, part: BenchPart];
type Say = (text: string) => void;

const FLAGS = ['--json', '--check', '--keep'];

async function main(): Promise<void> {
  const { flags, named } = readArguments(process.argv.slice(2));
  const asJson = flags.has('--json');
  const say: Say = (text) => (asJson ? process.stderr : process.stdout).write(`${text}\n`);
  const kept = flags.has('--check') ? await readKept() : null;
  const findings = await measureAll(chosenParts(named, kept !== null || flags.has('--keep')), say);
  if (asJson) process.stdout.write(`${figureJson(findings)}\n`);
  else for (const line of figureLines(findings)) say(line);
  const ratios = ratiosOf(findings);
  if (kept) hold(ratios, kept, say);
  if (flags.has('--keep')) await keep(ratios);
  process.exit(0);
}

/** @throws when a ratio was lost, naming it */
function hold(ratios: Ratios, kept: Ratios, say: Say): void {
  const { lines, losses } = compareRatios(ratios, kept);
  for (const line of lines) say(line);
  if (losses.length > 0) throw new Error(['Lost:', ...losses].join('\n  '));
}

/** @throws when there is a flag that nobody knows, since it may be one that was to check */
function readArguments(words: readonly string[]): { flags: Set<string>; named: string[] } {
  const flags = new Set(words.filter((word) => word.startsWith('--')));
  const unknown = [...flags].filter((flag) => !FLAGS.includes(flag));
  if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')}: use ${FLAGS.join(', ')}.`);
  return { flags, named: words.filter((word) => !word.startsWith('--')) };
}

/** @throws when a part is named that is none */
function chosenParts(named: readonly string[], isOfRatios: boolean): NamedPart[] {
  const unknown = named.filter((name) => !(name in BENCH_PARTS));
  if (unknown.length > 0) {
    const known = Object.keys(BENCH_PARTS).join(', ');
    throw new Error(`There is no part called ${unknown.join(', ')}: name one of ${known}.`);
  }
  return Object.entries(BENCH_PARTS).filter(([name, part]) => {
    if (named.length > 0) return named.includes(name);
    return isOfRatios ? RATIO_PARTS.has(name) : part.isOfApp || !part.isAside;
  });
}

async function measureAll(parts: readonly NamedPart[], say: Say): Promise<Findings> {
  const findings: Findings = {};
  const dataDir = await mkdtemp(join(tmpdir(), 'storyshort-bench-'));
  let app: MeasuredApp | null = null;
  try {
    if (parts.some(([, { isOfApp }]) => isOfApp)) {
      say('Starting, cold and warm…');
      app = await MeasuredApp.open(dataDir);
      findings.start = app.starts;
    }
    for (const [name, part] of parts) {
      say(`${name}…`);
      if (!part.isOfApp) findings[name] = await part.measure();
      else if (app) findings[name] = await part.measure(app);
    }
  } finally {
    await app?.close();
    await rm(dataDir, { recursive: true, force: true });
  }
  return findings;
}

main().catch(failClearly);
