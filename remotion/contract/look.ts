/**
 * Names how films look: part of what a rendered stretch is called, so that it is rendered anew when the same
 * props would be drawn differently. Give it a new value with a change that can be seen, and only then: moving
 * or tidying code must not cost anybody a rendering. `tests/integration/jobs/making/older-data.test.ts` draws
 * a stretch of an older film again and fails when it looks different under the same name.
 */
export const LOOK = '65056993fce14557da4b75dd';
