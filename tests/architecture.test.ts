import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const SOURCES = ['app', 'bin', 'jobs', 'remotion'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(m?ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith('jobs/db/generated/')),
);

interface Import {
  file: string;
  /** A file of ours from the root, without its ending, or a package's name. */
  target: string;
  isOurs: boolean;
}

function importsOf(file: string): Import[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(ROOT, file), 'utf8'), true, true);
  return importedFiles.map(({ fileName }) => {
    const isOurs = fileName.startsWith('.') || fileName.startsWith('#');
    const target = fileName.startsWith('#')
      ? fileName.slice(1).replace(/\.tsx?$/, '')
      : isOurs
        ? relative(ROOT, resolve(ROOT, dirname(file), fileName))
        : fileName;
    return { file, target, isOurs };
  });
}

const IMPORTS = SOURCES.flatMap(importsOf);
const from = (...prefixes: string[]) =>
  IMPORTS.filter(({ file }) => prefixes.some((prefix) => file.startsWith(prefix)));
const told = (imports: Import[]) => imports.map(({ file, target }) => `${file} imports ${target}`);
const reaches = (target: string, ...prefixes: string[]) =>
  prefixes.some((prefix) => target.startsWith(prefix));
const packageOf = (target: string) => target.match(/^(@[^/]+\/[^/]+|[^/]+)/)?.[0] ?? target;

describe('the import rules', () => {
  it('sees the house', () => {
    expect(SOURCES.length).toBeGreaterThan(100);
    expect(IMPORTS.length).toBeGreaterThan(300);
  });

  it('lets remotion import nothing of ours, and react, remotion and zod alone', () => {
    const wrong = from('remotion/').filter(({ target, isOurs }) =>
      isOurs ? !target.startsWith('remotion/') : !['react', 'remotion', 'zod'].includes(packageOf(target)),
    );
    expect(told(wrong)).toEqual([]);
  });

  it('names modules beyond their own folder by their path from the root', () => {
    const climbing = SOURCES.filter((file) => !file.startsWith('remotion/')).filter((file) =>
      /(?:from|import\() ?'\.\.\//.test(readFileSync(join(ROOT, file), 'utf8')),
    );
    expect(climbing).toEqual([]);
  });

  it('keeps jobs/story pure', () => {
    const wrong = from('jobs/story/').filter(({ target, isOurs }) =>
      isOurs
        ? target.includes('.server') ||
          !reaches(target, 'jobs/story/', 'remotion/', 'jobs/ports/', 'jobs/sound/files/')
        : target !== 'zod',
    );
    expect(told(wrong)).toEqual([]);
  });

  it('keeps the engine from knowing the face', () => {
    expect(told(from('jobs/').filter(({ target }) => reaches(target, 'app/', 'bin/')))).toEqual([]);
  });

  it('lets the face see only what it shows', () => {
    const allowed = [
      'app/',
      'jobs/story/',
      'jobs/ports/',
      'jobs/db/',
      'jobs/ledger/',
      'jobs/work/',
      'jobs/storage/',
      'remotion/',
    ];
    const wrong = from('app/')
      .filter(({ file }) => !file.startsWith('app/server/'))
      .filter(({ target, isOurs }) => isOurs && !reaches(target, ...allowed));
    expect(told(wrong)).toEqual([]);
  });

  it('keeps providers from rows, files and queue', () => {
    const wrong = from('jobs/providers/').filter(({ target }) =>
      reaches(
        target,
        'jobs/db/',
        'jobs/ledger/',
        'jobs/storage/',
        'jobs/work/',
        'jobs/env',
        'jobs/making/',
        'jobs/render/',
      ),
    );
    expect(told(wrong)).toEqual([]);
  });

  it('leaves rendering to jobs/render', () => {
    const wrong = from('jobs/', 'app/', 'bin/')
      .filter(({ file }) => !file.startsWith('jobs/render/'))
      .filter(({ target }) =>
        reaches(target, '@remotion/renderer', '@remotion/web-renderer', '@remotion/bundler'),
      );
    expect(told(wrong)).toEqual([]);
  });

  it('leaves writing rows to jobs/db and jobs/ledger', () => {
    const write = /\b(?:db|tx)\.\w+\.(?:create|update|upsert|delete)(?:Many)?\(/;
    const wrong = SOURCES.filter(
      (file) => !/^jobs\/(db|ledger)\//.test(file) && write.test(readFileSync(join(ROOT, file), 'utf8')),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the shape of the house', () => {
  it('reads the environment in one place', () => {
    const readers = SOURCES.filter((file) =>
      /process\.env\b(?!\s*[,}]|\.NODE_ENV|\['NODE_ENV'\]|\.npm_)/.test(
        readFileSync(join(ROOT, file), 'utf8'),
      ),
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
      lines: readFileSync(join(ROOT, file), 'utf8').split('\n').length,
    })).filter(({ lines }) => lines > 300);
    expect(large).toEqual([]);
  });
});
