/** What was measured and simulated, as tables to be read. Pure. */
import type { Bend, Check, PlantFinding } from './findings';
import type { MeasuredCosts } from './measured-costs';
import type { Resource } from './model/bottleneck';
import { segmentCores } from './usual-films';

export interface ScalingReport {
  costs: MeasuredCosts;
  checks: readonly Check[];
  findings: readonly PlantFinding[];
  /** Of each engines' scenario. */
  bends: readonly { engines: string; bends: readonly Bend[] }[];
  seed: number;
}

/** All tables as lines of Markdown. */
export function reportLines(report: ScalingReport): string[] {
  const { costs, checks, findings, bends, seed } = report;
  const { films, backlog, at, cores } = costs;
  return [
    `Measured on ${at}, ${cores} cores, one worker: films one after the other ${films.length}, then at once ${backlog.films}. Seed ${seed}.`,
    '',
    ...costTable(costs),
    '',
    ...table(
      ['the same machine', 'measured', 'simulated'],
      checks.map(({ what, measured, simulated }) => [what, figure(measured), figure(simulated)]),
    ),
    '',
    ...table(
      [
        ...['engines', 'workers', 'films an hour', 'minutes to a film: alone', 'mean at 80 %', 'p95 at 80 %'],
        ...['machines used', 'narrowest', 'US dollars a film'],
      ],
      findings.map(findingCells),
    ),
    '',
    ...table(
      ['engines', 'bends at so many workers', 'films an hour there', 'by'],
      bends.flatMap(({ engines, bends: found }) =>
        found.map(({ resource, workers, filmsPerHour }) => [
          engines,
          figure(workers),
          figure(filmsPerHour),
          resourceWords(resource),
        ]),
      ),
    ),
  ];
}

/** What one film costs of everything. */
function costTable(costs: MeasuredCosts): string[] {
  const { films, stored, database, atRest, connections, commitsPerS, looks } = costs;
  const mean = (of: (film: MeasuredCosts['films'][number]) => number) =>
    films.reduce((sum, film) => sum + of(film), 0) / films.length;
  const sum = (
    film: MeasuredCosts['films'][number],
    of: keyof MeasuredCosts['films'][number]['scenes'][number],
  ) => film.scenes.reduce((total, scene) => total + (scene[of] ?? 0), 0);
  const files = Object.values(stored);
  const kept = files.reduce((total, { files: count }) => total + count, 0);
  const bytes = files.reduce((total, { bytes: count }) => total + count, 0);
  return table(
    ['a film on the mean', ''],
    [
      [
        'length, s; scenes',
        `${figure(mean((film) => film.lengthS))}; ${figure(mean((film) => film.scenes.length))}`,
      ],
      ['script, s', figure(mean((film) => film.scriptS))],
      ['voices, s', figure(mean((film) => sum(film, 'voiceS')))],
      ['pictures, s', figure(mean((film) => sum(film, 'pictureS')))],
      [
        'segments, s; cores that one keeps busy',
        `${figure(mean((film) => sum(film, 'segmentS')))}; ${figure(segmentCores(costs))}`,
      ],
      ['sound, s', figure(mean((film) => film.soundS))],
      ['putting together, s', figure(mean((film) => film.joinS))],
      [
        'Postgres: statements (the queue’s); commits; ms of a core',
        `${figure(database.statements)} (${figure(database.queueStatements)}); ${figure(database.commits)}; ${figure(database.cpuS * 1000)}`,
      ],
      [
        'the same for each second of a waiting worker',
        `${figure(atRest.statements)} (${figure(atRest.queueStatements)}); ${figure(atRest.commits)}; ${figure(atRest.cpuS * 1000)}`,
      ],
      ['sessions of a worker', figure(connections)],
      ['commits a second that this disk takes', figure(commitsPerS)],
      ['storage: files; MB; further questions', `${figure(kept)}; ${figure(bytes / 1e6)}; ${figure(looks)}`],
    ],
  );
}

function findingCells(finding: PlantFinding): string[] {
  const { engines, workers, connected, filmsPerHour, aloneMinutes, meanMinutes, p95Minutes } = finding;
  const { machinesUsed, narrowest, usdPerFilm } = finding;
  const isMade = filmsPerHour > 0;
  const minutes = [aloneMinutes, meanMinutes, p95Minutes].map((value) => (isMade ? figure(value) : '–'));
  const usd = usdPerFilm.machines + usdPerFilm.database + usdPerFilm.storage + usdPerFilm.providers;
  return [
    engines,
    connected < workers
      ? `${figure(workers)}, of which ${figure(connected)} find a session`
      : figure(workers),
    figure(filmsPerHour),
    ...minutes,
    `${Math.round(machinesUsed * 100)} %`,
    `${resourceWords(narrowest.resource)}, ${Math.min(100, Math.round(narrowest.used * 100))} %`,
    isMade ? figure(usd) : '–',
  ];
}

const WORDS: Readonly<Record<string, string>> = {
  machines: 'machines',
  network: 'the machines’ network',
  database: 'Postgres’ cores',
  log: 'Postgres’ log',
  requests: 'requests to the storage',
  sessions: 'Postgres’ sessions',
  leading: 'films led at once',
  'assets lane': 'voices and pictures at once',
  'drawing lane': 'one picture at a time',
  'rendering lane': 'one segment at a time',
};

function resourceWords(resource: Resource | 'sessions'): string {
  return (
    WORDS[resource] ??
    resource.replace(/^(\w+) (at once|a minute)$/, '$1 calls $2').replace('wordTimes', 'word times')
  );
}

/** Three digits that count, and thousands with a comma. */
export function figure(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return String(value);
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  const rounded = Number(value.toPrecision(3));
  return rounded.toLocaleString('en', { maximumFractionDigits: Math.min(digits, 6) });
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)];
}
