/** What the documents point at is there. Decisions tell history and may name what was. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');
const below = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
/** What a reader makes who follows an example. */
const MADE_BY_EXAMPLES = ['jobs/providers/paintbox/'];
const isHistory = (file: string) => file.startsWith('docs/decisions/') || file === 'CHANGELOG.md';
const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', ...below('docs')];
const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** The anchor that a heading gets, as GitHub makes it. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

/** Why a relative link leads nowhere; null where it leads somewhere. */
function broken(file: string, link: string): string | null {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? join(ROOT, file) : resolve(ROOT, dirname(file), decodeURI(path));
  if (!existsSync(target)) return `${file}: ${link}`;
  if (!anchor) return null;
  const headings = [...readFileSync(target, 'utf8').matchAll(/^#+ (.+)$/gm)];
  return headings.some(([, heading = '']) => anchorOf(heading) === anchor) ? null : `${file}: ${link}`;
}

/** Paths in backticks that begin with a folder of ours; patterns and what a reader fills in are left out. */
function pathsIn(text: string): string[] {
  const inline = text.replace(/^```[\s\S]*?^```/gm, '');
  return [...inline.matchAll(/`((?:app|bin|docs|jobs|prisma|public|remotion|tests)\/[^`\s]*)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => !/[*<>{}…$]/.test(path));
}

describe('the documents', () => {
  it('are seen, with their links and paths', () => {
    expect(DOCUMENTS.length).toBeGreaterThan(15);
    expect(pathsIn('Read `jobs/pipeline.ts` and `app/`, not `jobs/<name>.ts`, `npm run jobs`.')).toEqual([
      'jobs/pipeline.ts',
      'app/',
    ]);
    expect(broken('README.md', 'docs/no-such.md')).toBe('README.md: docs/no-such.md');
    expect(broken('README.md', 'docs/architecture.md#no-such')).not.toBeNull();
    expect(broken('README.md', 'docs/architecture.md#inside-jobs')).toBeNull();
  });

  it('have no link that leads nowhere', () => {
    const links = DOCUMENTS.filter((file) => !file.startsWith('docs/decisions/')).flatMap((file) =>
      [...textOf(file).matchAll(/\]\((?!\w+:)([^)\s]+)\)/g)].map(([, link = '']) => broken(file, link)),
    );
    expect(links.length).toBeGreaterThan(30);
    expect(links.filter((link) => link !== null)).toEqual([]);
  });

  it('name no path that is not there', () => {
    const missing = DOCUMENTS.filter((file) => !isHistory(file)).flatMap((file) =>
      pathsIn(textOf(file))
        .filter((path) => !MADE_BY_EXAMPLES.some((made) => path.startsWith(made)))
        .filter((path) => !existsSync(join(ROOT, path)))
        .map((path) => `${relative(ROOT, join(ROOT, file))}: ${path}`),
    );
    expect(missing).toEqual([]);
  });
});
