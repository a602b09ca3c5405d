import { describe, expect, it } from 'vitest';
import { filesNamed, splitArguments } from '#bin/quality/named-files.ts';
import { chooseTests, projectOf } from '#bin/quality/test-choice.ts';

const TESTS = [
  'tests/architecture.test.ts',
  'tests/e2e/crash.test.ts',
  'tests/integration/jobs/making/pipeline.test.ts',
  'tests/integration/jobs/render/render-browser.test.ts',
  'tests/unit/jobs/story/film/plan.test.ts',
  'tests/unit/jobs/story/film/status.test.ts',
];

describe('the arguments of a test run', () => {
  it('are names up to the first option, and vitest’s own from there', () => {
    expect(splitArguments(['plan', 'status', '-t', 'is there'])).toEqual({
      names: ['plan', 'status'],
      options: ['-t', 'is there'],
    });
    expect(splitArguments(['plan'])).toEqual({ names: ['plan'], options: [] });
    expect(splitArguments(['--bail', '1'])).toEqual({ names: [], options: ['--bail', '1'] });
  });
});

describe('tests by name', () => {
  it('are those of every project where none is named', () => {
    expect(chooseTests([], TESTS)).toEqual([
      { project: 'unit', files: [] },
      { project: 'integration', files: [] },
      { project: 'e2e', files: [] },
    ]);
    expect(chooseTests([], TESTS, ['e2e'])).toEqual([{ project: 'e2e', files: [] }]);
  });

  it('run in their own project, by path, by part and by the source that they mirror', () => {
    const plan = [{ project: 'unit', files: ['tests/unit/jobs/story/film/plan.test.ts'] }];
    expect(chooseTests(['./tests/unit/jobs/story/film/plan.test.ts'], TESTS)).toEqual(plan);
    expect(chooseTests(['film/plan'], TESTS)).toEqual(plan);
    expect(chooseTests(['jobs/story/film/plan.ts'], TESTS)).toEqual(plan);
    expect(chooseTests(['crash', 'plan', 'architecture'], TESTS)).toEqual([
      { project: 'unit', files: ['tests/architecture.test.ts', ...(plan[0]?.files ?? [])] },
      { project: 'e2e', files: ['tests/e2e/crash.test.ts'] },
    ]);
    expect(chooseTests(['tests/integration'], TESTS)[0]?.files.length).toBe(2);
  });

  it('are never another file that only contains the name of one that is there', () => {
    expect(filesNamed(['a/b.ts'], ['a/b.ts', 'x/a/b.tsx'], 'file')).toEqual(['a/b.ts']);
  });

  it('that do not exist are told with what comes near', () => {
    expect(() => chooseTests(['tests/unit/plan.test.ts'], TESTS)).toThrow(
      'No test is called “tests/unit/plan.test.ts”. Did you mean tests/unit/jobs/story/film/plan.test.ts?',
    );
    expect(() => chooseTests(['pipeline'], TESTS, ['unit'])).toThrow('No unit test is called “pipeline”.');
    expect(() => chooseTests(['nothing'], TESTS)).toThrow('Give a path from the root, or a part of one.');
  });

  it('beside the projects are unit tests', () => {
    expect(TESTS.map(projectOf)).toEqual(['unit', 'e2e', 'integration', 'integration', 'unit', 'unit']);
  });
});
