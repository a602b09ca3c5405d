/** How much sooner films are made by two and by four workers than by one, where each has a machine to itself. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acquireEmbeddedDatabase } from '#bin/database/embedded-postgres.ts';
import { type Figures, rounded } from '#tests/tools/bench/figures.ts';
import { ChaosHouse } from '#tests/tools/chaos/house/chaos-house.ts';

const WORKER = new URL('./waiting-worker.ts', import.meta.url);
const CREWS = [1, 2, 4] as const;

interface Load {
  films: number;
  scenes: number;
}
const LOADS: Readonly<Record<string, Load>> = {
  oneFilm: { films: 1, scenes: 12 },
  fortyFilms: { films: 40, scenes: 4 },
};

/** Seconds for each load and crew, and how many times as fast as one worker. */
export async function measureCrew(): Promise<Figures> {
  const figures: Figures = {};
  const folder = await mkdtemp(join(tmpdir(), 'storyshort-crew-'));
  const server = await acquireEmbeddedDatabase(folder);
  try {
    for (const [name, load] of Object.entries(LOADS)) {
      const seconds: number[] = [];
      for (const workers of CREWS) {
        const { tookS, errands } = await timeOf(server.url, workers, load);
        seconds.push(tookS);
        figures[`${name}${workers}WorkersS`] = rounded(tookS);
        if (workers > 1) figures[`${name}${workers}WorkersRatio`] = rounded((seconds[0] ?? 0) / tookS);
        figures[`${name}${workers}WorkersErrands`] = errands;
      }
    }
  } finally {
    await server.release();
    await rm(folder, { recursive: true, force: true });
  }
  return figures;
}

async function timeOf(
  serverUrl: string,
  workers: number,
  { films, scenes }: Load,
): Promise<{ tookS: number; errands: number }> {
  const house = await ChaosHouse.open(serverUrl);
  try {
    const crew = await Promise.all(Array.from({ length: workers }, () => house.startWorker({}, WORKER)));
    const startedAt = performance.now();
    for (let film = 0; film < films; film += 1) await house.submit(storyOf(film, scenes), { scenes });
    await house.untilRest(undefined, { patienceMs: 1_800_000 });
    const tookS = (performance.now() - startedAt) / 1000;
    const [{ count } = { count: 0 }] = await house.db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pgboss.job WHERE name LIKE 'errand.%' AND output->>'end' = 'made'`;
    await Promise.all(crew.map((worker) => worker.stop()));
    return { tookS, errands: count };
  } finally {
    await house.close();
  }
}

function storyOf(film: number, scenes: number): string {
  const sentence = (at: number) => `On day ${at + 1} of film ${film + 1} a fox found a letter.`;
  return Array.from({ length: scenes }, (_, at) => sentence(at)).join(' ');
}
