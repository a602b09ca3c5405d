import { expect, it } from 'vitest';
import { typeErrorsOf } from '#bin/quality/type-errors.ts';

const OUTPUT = [
  "app/root.tsx(3,7): error TS2322: Type 'string' is not assignable to type 'number'.",
  '  Because of this.',
  "jobs/pipeline.ts(9,1): error TS2304: Cannot find name 'x'.",
  "app/routes/video.$id.tsx(1,1): error TS2304: Cannot find name 'y'.",
  '',
].join('\n');

it('tells the errors of the files asked for with all their lines, and counts the others', () => {
  expect(typeErrorsOf(OUTPUT, new Set(['app/root.tsx', 'app/routes/video.$id.tsx']))).toEqual({
    told: [OUTPUT.split('\n')[0], '  Because of this.', OUTPUT.split('\n')[3]],
    elsewhere: 1,
  });
  expect(typeErrorsOf('', new Set(['app/root.tsx']))).toEqual({ told: [], elsewhere: 0 });
});
