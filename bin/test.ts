/**
 * `npm test`: types, lint and format, then all tests against the built site, and the short form of `npm run chaos`. Each part runs alone, because a
 * film in the making fills the machine. With names of tests: those alone, each in its own project. What follows
 * from the first option on is vitest's: `npm test -- plan -t "is there"`.
 */
import { failClearly } from './host/fail-clearly';
import { splitArguments } from './quality/named-files';
import { codeFiles } from './quality/source-files';
import { chooseTests, TEST_PROJECTS, type TestProject } from './quality/test-choice';
import { runModule, runTool } from './quality/tool';
import { buildApp } from './setup/build-app';
import { ROOT } from './setup/install.mjs';

interface Part {
  name: string;
  /** Whether it needs the built site; whoever broke a type learns it sooner. */
  isOfSite?: boolean;
  run(): Promise<number>;
}

const CHECKS: Part[] = [
  { name: 'types', run: () => runTool('tsc', ['--noEmit', '-p', ROOT]) },
  { name: 'lint and format', run: () => runTool('biome', ['check', '--error-on-warnings', ROOT]) },
];
const CHAOS: Part = {
  name: 'chaos',
  isOfSite: true,
  run: () => runModule('tests/tools/chaos/chaos.ts', ['--short']),
};

async function main(): Promise<void> {
  const [what, ...args] = process.argv.slice(2);
  const { names, options } = splitArguments(args);
  const projects = TEST_PROJECTS.filter((project) => project === what);
  const testFiles = codeFiles(['tests']).filter((file) => /\.test\.tsx?$/.test(file));
  if (what === 'watch') return watch(names.length > 0 ? names : ['tests/unit/'], options, testFiles);
  const runs = chooseTests(names, testFiles, projects.length > 0 ? projects : TEST_PROJECTS);
  const isAll = what === 'all' && args.length === 0;
  const tests: Part[] = runs.map(({ project, files }) => ({
    name: `${project} tests`,
    isOfSite: project === 'e2e',
    run: () => runTool('vitest', ['run', '--project', project, ...files, ...options]),
  }));
  for (const part of isAll ? [...CHECKS, ...tests, CHAOS] : tests) {
    if (part.isOfSite) await buildApp();
    await carryOut(part);
  }
}

/** Runs tests at every change, until Ctrl-C. */
async function watch(names: string[], options: string[], testFiles: string[]): Promise<void> {
  const runs = chooseTests(names, testFiles);
  const has = (project: TestProject) => runs.some((each) => each.project === project);
  if (has('e2e')) await buildApp();
  const projects = runs.flatMap(({ project }) => ['--project', project]);
  const files = runs.flatMap((each) => each.files);
  process.exit(await runTool('vitest', ['watch', ...projects, ...files, ...options]));
}

async function carryOut({ name, run }: Part): Promise<void> {
  const startedAt = Date.now();
  const code = await run();
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(0);
  if (code !== 0) throw new Error(`\n✗ ${name} failed after ${seconds} s.`);
  process.stdout.write(`✓ ${name} (${seconds} s)\n\n`);
}

main().catch(failClearly);
