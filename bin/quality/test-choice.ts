/** Which tests are meant, and in which of vitest's projects they run. Pure. */
import { filesNamed } from './named-files';

export const TEST_PROJECTS = ['unit', 'integration', 'e2e'] as const;
export type TestProject = (typeof TEST_PROJECTS)[number];

/** The project of a test by its path from the root; what lies beside the projects' folders are unit tests. */
export function projectOf(file: string): TestProject {
  const folder = file.split('/')[1];
  return TEST_PROJECTS.find((project) => project === folder) ?? 'unit';
}

/** What is to be run of a project; no files are all of its files. */
export interface TestRun {
  project: TestProject;
  files: string[];
}

/**
 * The runs for tests by name, or for whole projects where no name is given; projects without a named test are left
 * out. The path of a source file stands for the tests that mirror it.
 * @param names see `filesNamed`
 * @param testFiles all tests, as paths from the root
 * @throws an Error when a name stands for no test of the projects
 */
export function chooseTests(
  names: readonly string[],
  testFiles: readonly string[],
  projects: readonly TestProject[] = TEST_PROJECTS,
): TestRun[] {
  if (names.length === 0) return projects.map((project) => ({ project, files: [] }));
  const own = testFiles.filter((file) => projects.includes(projectOf(file)));
  const kind = projects.length === 1 ? `${projects[0]} test` : 'test';
  const files = filesNamed(names.map(mirrored), own, kind);
  return projects
    .map((project) => ({ project, files: files.filter((file) => projectOf(file) === project) }))
    .filter((run) => run.files.length > 0);
}

/** `jobs/story/film/plan.ts` is tested by `tests/…/jobs/story/film/plan.test.ts`. */
function mirrored(name: string): string {
  return /^(app|bin|jobs|remotion)\//.test(name) ? name.replace(/(\.server)?\.tsx?$/, '') : name;
}
