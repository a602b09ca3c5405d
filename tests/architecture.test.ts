import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it, vi } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const SOURCES = ['app', 'bin', 'jobs', 'remotion'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(m?ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith('jobs/db/generated/')),
);

const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/**
 * Runs a package's program from the root.
 * @returns what it wrote to standard output, whatever it found
 * @throws an Error with its own words when it wrote nothing
 */
function run(program: string, args: string[]): Promise<string> {
  const script = join(ROOT, 'node_modules', program);
  return new Promise((done, fail) => {
    execFile(
      process.execPath,
      [script, ...args],
      { cwd: ROOT, maxBuffer: 2 ** 28 },
      (_error, stdout, stderr) => (stdout === '' ? fail(new Error(stderr)) : done(stdout)),
    );
  });
}

/** What dependency-cruiser answers, as far as it is read here. */
interface Cruise {
  modules: { source: string }[];
  summary: { totalDependenciesCruised: number; violations: Violation[] };
}

interface Violation {
  rule: { name: string };
  from: string;
  to: string;
  cycle?: { name: string }[];
}

describe('the import rules', () => {
  // Both programs read the whole house.
  vi.setConfig({ testTimeout: 120_000 });

  it('hold for every import: see .dependency-cruiser.js', async () => {
    const answer = await run('dependency-cruiser/bin/dependency-cruiser.mjs', [
      ...['--config', '.dependency-cruiser.js', '--output-type', 'json'],
      ...['app', 'bin', 'jobs', 'remotion'],
    ]);
    const { modules, summary }: Cruise = JSON.parse(answer);
    const seen = new Set(modules.map(({ source }) => source));
    expect(SOURCES.filter((file) => !seen.has(file))).toEqual([]);
    expect(summary.totalDependenciesCruised).toBeGreaterThan(1000);
    const told = summary.violations.map(({ rule, from, to, cycle }) =>
      cycle
        ? `${rule.name}: ${[from, ...cycle.map(({ name }) => name)].join(' → ')}`
        : `${rule.name}: ${from} → ${to}`,
    );
    expect(told).toEqual([]);
  });

  it('leave no file, export or package to nobody: see knip.config.js', async () => {
    const answer = await run('knip/bin/knip.js', ['--no-progress', '--reporter', 'json']);
    const { issues }: { issues: Record<string, unknown>[] } = JSON.parse(answer);
    const told = issues.map(({ file, owners: _owners, ...found }) => ({
      file,
      ...Object.fromEntries(
        Object.entries(found).filter(([, list]) => Array.isArray(list) && list.length > 0),
      ),
    }));
    expect(told).toEqual([]);
  });

  it('name modules beyond their own folder by their path from the root', () => {
    const climbing = SOURCES.filter((file) => !file.startsWith('remotion/')).filter((file) =>
      /(?:from|import\() ?'\.\.\//.test(textOf(file)),
    );
    expect(climbing).toEqual([]);
  });

  it('leave writing rows to jobs/db, jobs/ledger and, of accounts, jobs/accounts', () => {
    const write = /\b(?:db|tx)\.\w+\.(?:create|update|upsert|delete)(?:Many)?\(/;
    const wrong = SOURCES.filter(
      (file) => !/^jobs\/(db|ledger|accounts)\//.test(file) && write.test(textOf(file)),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the shape of the house', () => {
  it('reads the environment in one place', () => {
    const readers = SOURCES.filter((file) =>
      /process\.env\b(?!\s*[,}]|\.NODE_ENV|\['NODE_ENV'\]|\.npm_)/.test(textOf(file)),
    );
    expect(readers).toEqual(['jobs/env.server.ts']);
  });

  it('has no barrels and no drawers for everything', () => {
    const barrels = SOURCES.filter((file) => /(^|\/)index\.tsx?$/.test(file) && file !== 'remotion/index.ts');
    const drawers = SOURCES.filter((file) => /(^|\/)(utils?|helpers?|common|misc)(\.|\/)/i.test(file));
    expect([...barrels, ...drawers]).toEqual([]);
  });

  it('keeps modules small', () => {
    const large = SOURCES.map((file) => ({
      file,
      lines: textOf(file).split('\n').length,
    })).filter(({ lines }) => lines > 250);
    expect(large).toEqual([]);
  });

  it('keeps folders that can be seen at once', () => {
    const tests = readdirSync(join(ROOT, 'tests'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('fixtures'))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
    const styles = readdirSync(join(ROOT, 'app'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.css'))
      .map((name) => join('app', name));
    const folders = Object.entries(Object.groupBy([...SOURCES, ...styles, ...tests], dirname))
      .map(([folder, files = []]) => ({ folder, files: files.length }))
      .filter(({ files }) => files > 24);
    expect(folders).toEqual([]);
  });

  it('calls no two modules alike', () => {
    const alike = Object.values(Object.groupBy(SOURCES, (file) => basename(file)))
      .filter((files = []) => files.length > 1)
      .map((files = []) => files.join(' and '));
    expect(alike).toEqual([]);
  });
});
