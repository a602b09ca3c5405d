/** The image, as far as it can be judged without building it; `tests/tools/image/rehearse.ts` goes through it. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isOpen } from '#app/server/door/open-paths.ts';
import { COMMANDS } from '#bin/commands.mjs';
import { SOURCES } from '#bin/setup/build-app.ts';
import { unknownVariables } from '#tests/support/deploy/known-variables.ts';
import { filledIn, ignoredBy, pairsOf, readDockerfile } from '#tests/tools/image/dockerfile.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const STAGES = readDockerfile(textOf('Dockerfile'));
const isIgnored = ignoredBy(textOf('.dockerignore'));
const { dependencies, scripts } = JSON.parse(textOf('package.json'));

const last = STAGES.at(-1);
if (!last) throw new Error('The Dockerfile has no stage.');
const lastOf = (keyword: string) => last.instructions.findLast((each) => each.keyword === keyword);
const env = Object.assign({}, ...last.instructions.filter((i) => i.keyword === 'ENV').map(pairsOf));

/** What a stage copies, from where. */
const copies = ({ instructions }: (typeof STAGES)[number]) =>
  instructions
    .filter(({ keyword }) => keyword === 'COPY')
    .flatMap(({ text, flags }) =>
      text
        .split(' ')
        .slice(0, -1)
        .map((path) => ({ path, from: flags.from ?? null })),
    );

describe('the reader of Dockerfiles', () => {
  it('puts lines together, fills variables in, and leaves out what is said to people', () => {
    const [first, second] = readDockerfile(
      `ARG V=1\n# one\nFROM a:\${V} AS one\nRUN x && \\\n  y\nFROM one\nCMD ["a", "b"]\n`,
    );
    expect(first).toMatchObject({ base: 'a:1', name: 'one', instructions: [{ line: 4, text: 'x && y' }] });
    expect(second).toMatchObject({ base: 'one', name: null, instructions: [{ exec: ['a', 'b'] }] });
    expect(filledIn(`a $B \${C}d`, { B: 'b' })).toBe('a b d');
  });

  it.each(['RUN x', 'FROM a\nADD x y', 'FROM a\nRUN x \\\n', 'FROM a AS b c', 'FROM'])(
    'refuses %j',
    (text) => {
      expect(() => readDockerfile(text)).toThrow(/^Line \d/);
    },
  );

  it('knows what is left out', () => {
    const isOut = ignoredBy('# of nobody\n.env\n.env.*\n**/node_modules\n*.md\ncompose*.yaml\n');
    const out = ['.env', '.env.local', 'node_modules/a', 'a/b/node_modules/c', 'README.md', 'compose.x.yaml'];
    expect(out.filter((path) => !isOut(path))).toEqual([]);
    expect(['.environment', 'docs/a.md', 'app/a.ts', 'my_node_modules'].filter(isOut)).toEqual([]);
  });
});

describe('the image', () => {
  it('copies what is there, and what an earlier stage has', () => {
    const wrong: string[] = [];
    const holds = new Map<string, Set<string>>();
    for (const stage of STAGES) {
      const held = new Set(holds.get(stage.base));
      for (const { path, from } of copies(stage)) {
        const inside = path.replace(/^\/storyshort\/?/, '');
        const earlier = from === null ? null : holds.get(from);
        const isThere = earlier
          ? inside === '' || earlier.has(inside)
          : from === null && existsSync(join(ROOT, path)) && !isIgnored(path);
        if (!isThere) wrong.push(`${from ?? 'context'}: ${path}`);
        for (const name of inside === '' ? (earlier ?? []) : [inside]) held.add(name);
      }
      if (stage.name === 'packages') held.add('node_modules').add('jobs/db/generated');
      if (stage.name === 'site') held.add('build');
      if (stage.name) holds.set(stage.name, held);
      if (stage === last) {
        // A start that finds other sources than those of the build would build again, where nothing can be written.
        const needed = [
          ...SOURCES,
          'bin',
          'prisma',
          'node_modules',
          'package.json',
          'build',
          'tsconfig.json',
        ];
        expect(needed.filter((name) => !held.has(name))).toEqual([]);
      }
    }
    expect(wrong).toEqual([]);
    expect(copies(last).length).toBeGreaterThan(8);
  });

  it('leaves out what would be a secret or a burden', () => {
    const out = [
      '.env',
      '.env.local',
      '.git/config',
      'node_modules/a',
      '.data/secret',
      'build/server/index.js',
      'tests/a.ts',
    ];
    expect(out.filter((path) => !isIgnored(path))).toEqual([]);
  });

  it('has the Node that everybody has', () => {
    const bases = STAGES.map(({ base }) => base).filter((base) => base.includes(':'));
    expect(new Set(bases)).toEqual(new Set([`node:${textOf('.nvmrc').trim()}-bookworm-slim`]));
    expect(dependencies.node).toBe(textOf('.nvmrc').trim());
  });

  it('brings no development packages', () => {
    const stageOf = (name: string) => STAGES.find((stage) => stage.name === name);
    const installs = stageOf('packages')?.instructions.filter(({ keyword }) => keyword === 'RUN');
    expect(installs?.map(({ text }) => text)).toEqual(['npm ci --omit=dev']);
    expect(
      copies(last).filter(({ from, path }) => from !== 'packages' && /node_modules|\/storyshort$/.test(path)),
    ).toEqual([]);
  });

  it('runs as nobody in particular, on variables that somebody reads', () => {
    expect(lastOf('USER')?.text).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    const isLast = last.instructions.findLastIndex(({ keyword }) => keyword === 'RUN');
    expect(last.instructions.findIndex(({ keyword }) => keyword === 'USER')).toBeGreaterThan(isLast);
    expect(unknownVariables(Object.keys(env))).toEqual([]);
    expect(lastOf('VOLUME')?.exec).toContain(env.DATA_DIR);
  });

  it('listens where it says, starts what there is, and is asked whether it is well', () => {
    expect(lastOf('EXPOSE')?.text).toBe(env.PORT);
    const [, , ...entry] = lastOf('ENTRYPOINT')?.exec ?? [];
    const [command = ''] = lastOf('CMD')?.exec ?? [];
    expect(Object.keys(COMMANDS)).toContain(command);
    expect(scripts[command]).toBe([...entry, command].join(' '));
    const path = /\$\{process\.env\.PORT\}(\/\w+)/.exec(lastOf('HEALTHCHECK')?.exec?.join(' ') ?? '')?.[1];
    expect(path).toBe('/healthz');
    expect(isOpen(path ?? '')).toBe(true);
  });

  it('can be built for arm64: what runs has its machine code for both', () => {
    const lock: Record<string, { dev?: boolean }> = JSON.parse(textOf('package-lock.json')).packages;
    const ofX64 = Object.keys(lock).filter((name) => /linux-x64/.test(name) && !lock[name]?.dev);
    expect(ofX64.length).toBeGreaterThan(5);
    expect(ofX64.map((name) => name.replace('x64', 'arm64')).filter((name) => !lock[name])).toEqual([]);
  });
});
