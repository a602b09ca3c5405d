import { mkdir, writeFile } from 'node:fs/promises';
import { Agent, request as httpRequest } from 'node:http';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { shareFilm } from '#jobs/db/shared-videos.server.ts';
import { videoOptionsSchema } from '#jobs/story/order/options.ts';
import { startTestWeb, type TestWeb } from '../web-server';

/** How many paths are asked for; the seed makes them the same each time. */
const PATHS = 5000;
const SEED = 20_261_130;

const FOLDER = '0190a0b0-0000-7000-8000-000000000001';
const TOKEN = 'aBcDeFgHiJkLmNoPqRsTu0';
const FILM = Buffer.from('the film may be read '.repeat(40));
/** In every file that lies beside the root or is hidden in it. */
const CANARY = 'CANARY-that-no-answer-may-carry';

let web: TestWeb;
/** Where the files lie whose bytes nobody may have, as absolute paths. */
let secrets: string[];
const agent = new Agent({ keepAlive: true, maxSockets: 16 });
beforeAll(async () => {
  web = await startTestWeb();
  const { db, storage } = web.backend;
  const filmKey = `${FOLDER}/film-3f2a.mp4`;
  await storage.put(filmKey, FILM);
  const options = videoOptionsSchema.parse({});
  const data = {
    id: FOLDER,
    title: 'Shared',
    titleGiven: true,
    story: 'A fox.',
    options,
    requestHash: 'hash',
    filmKey,
  };
  await db.video.create({ data: { ...data, status: 'completed' } });
  await shareFilm(db, FOLDER, TOKEN);
  secrets = [
    join(storage.root, '..', 'canary.txt'),
    join(storage.root, '..', `${FOLDER}.mp4`),
    join(storage.root, '.scratch', 'canary.mp4'),
    join(storage.root, FOLDER, '.canary.mp4'),
  ];
  await mkdir(join(storage.root, '.scratch'), { recursive: true });
  for (const file of secrets) await writeFile(file, CANARY);
});
afterAll(async () => {
  agent.destroy();
  expect(web.faults).toEqual([]);
  await web.stop();
});

/** One step of a path: of climbing, of hiding, of ending early, or of a name that exists. */
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('..', '%2e%2e', '%2E.', '.%2e', '%252e%252e', '%25252e%25252e', '....'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('%c0%ae%c0%ae', '%uff0e%uff0e', '．．', '%ef%bc%8e%ef%bc%8e', '.', '%2e'),
  },
  { weight: 4, arbitrary: fc.constantFrom(FOLDER, 'film-3f2a.mp4', 'media', TOKEN, 'film.mp4', '.scratch') },
  {
    weight: 5,
    arbitrary: fc.constantFrom('canary.txt', 'canary.mp4', '.canary.mp4', `${FOLDER}.mp4`, '%2ecanary.mp4'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('etc', 'passwd', 'proc', 'self', 'environ', 'C:', 'file:', '~', 'con'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('%00', 'canary.txt%00.mp4', '%0d%0aX:%20y', '%', '%zz', '%80', '*', ''),
  },
  { weight: 1, arbitrary: fc.constantFrom('a'.repeat(300), '%2e%2e%2f'.repeat(400), 'é'.repeat(100)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }).map(percentEncoded) },
);
const separator = fc.constantFrom(
  '/',
  '/',
  '/',
  '//',
  '%2f',
  '%2F',
  '\\',
  '%5c',
  '%255c',
  '%252f',
  '/./',
  ';/',
  '?/',
);
const start = fc.constantFrom(
  '/media/',
  `/media/${FOLDER}/`,
  '/s/',
  `/s/${TOKEN}/`,
  '/media',
  '/MEDIA/',
  '//media/',
);

const path = fc
  .tuple(start, fc.array(fc.tuple(step, separator), { minLength: 1, maxLength: 9 }), step)
  .map(([head, steps, last]) => head + steps.flat().join('') + last);
/** The very files, asked for straight. */
const aimed = fc
  .tuple(
    start,
    fc.nat({ max: 3 }),
    fc.constantFrom('..', '%2e%2e', '%252e%252e'),
    fc.constantFrom('/', '%2f', '\\'),
  )
  .map(([head, which, up, slash]) => head + (up + slash).repeat(which + 1) + (secrets[which] ?? ''));

const number = fc.oneof(
  fc.integer({ min: -5, max: FILM.length + 5 }).map(String),
  fc.constantFrom('', '-1', '1e9', '0x10', ' 1', '9007199254740993', '9'.repeat(400), 'NaN', '1.5'),
);
const part = fc.tuple(number, number).map(([from, to]) => `${from}-${to}`);
const range = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => `bytes=${parts.join(',')}`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('bytes', 'bytes=', 'bytes=0-0,'.repeat(300), 'lines=1-2', 'bytes=--1', '='),
  },
  { weight: 3, arbitrary: fc.constant(null) },
);

/** What a client can put into a request's first line and headers at all. */
function percentEncoded(text: string): string {
  return text.replace(/[^\x21-\x7e]/g, (sign) => {
    return sign.isWellFormed() ? encodeURIComponent(sign) : '%ed%a0%80';
  });
}

function ask(path: string, headers: Record<string, string>): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = { host: '127.0.0.1', port: web.port, agent, headers, path: percentEncoded(path) };
    const sent = httpRequest(asked, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('latin1') }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

it(`sends no byte of any other file for ${PATHS} made-up paths and ranges`, async () => {
  // Outside production React Router tells of each path that it does not know.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const counted = new Map<number, number>();
  const film = `/media/${FOLDER}/film-3f2a.mp4`;
  const link = `/s/${TOKEN}/film.mp4`;
  const wanted = fc.oneof(
    { weight: 6, arbitrary: path },
    { weight: 1, arbitrary: aimed },
    { weight: 2, arbitrary: fc.constantFrom(film, link) },
  );
  await fc.assert(
    fc.asyncProperty(wanted, range, async (path, range) => {
      const { status, text } = await ask(path, range === null ? {} : { range });
      counted.set(status, (counted.get(status) ?? 0) + 1);
      if (status >= 500) throw new Error(`${status} for ${path}`);
      if (text.includes(CANARY) || /root:.*:0:0:/.test(text)) throw new Error(`The canary at ${path}`);
      // What is sent of a file at all is sent of the film.
      if (status === 206 && !text.startsWith('--') && !FILM.includes(text, 0, 'latin1')) {
        throw new Error(`Foreign bytes at ${path}`);
      }
    }),
    { numRuns: PATHS, seed: SEED },
  );
  // It has met what may be sent as well as what may not.
  expect([...counted.keys()].sort()).toEqual(expect.arrayContaining([200, 206, 404, 416]));
});
