import { expect, it } from 'vitest';
import { problemOf } from '#app/api/problem.ts';
import { problemSchema } from '#app/api/schemas/problem-schema.ts';
import { ApiFault, asApiFault, draftFault } from '#app/http/api-fault.ts';
import { StoryError } from '#jobs/story/film/fault.ts';

const FAULT = { code: 'video_not_found', message: 'There is none.', hint: 'Look elsewhere.' };

it('tells what happened, what to do, and whether to try again', () => {
  expect(problemOf(new ApiFault(404, FAULT))).toEqual({
    type: 'urn:storyshort:fault:video_not_found',
    title: 'Video not found',
    status: 404,
    detail: 'There is none.',
    code: 'video_not_found',
    hint: 'Look elsewhere.',
    retryable: false,
  });
  for (const status of [429, 500, 503, 507])
    expect(problemOf(new ApiFault(status, FAULT)).retryable).toBe(true);
});

it('goes by what a fault says itself of trying again', () => {
  const told = asApiFault(new StoryError({ ...FAULT, retryable: true }));
  expect(told && problemOf(told)).toMatchObject({ status: 404, retryable: true });
});

it('names all fields that are at fault', () => {
  const issue = (field: 'story' | 'style') => ({ ...FAULT, field, code: `${field}_wrong` });
  const problem = problemOf(draftFault([issue('story'), issue('style')]));
  expect([problem.code, problem.errors?.map(({ field, code }) => [field, code])]).toEqual([
    'story_wrong',
    [
      ['story', 'story_wrong'],
      ['style', 'style_wrong'],
    ],
  ]);
  expect(problemOf(new ApiFault(400, { ...FAULT, field: 'since' })).errors).toEqual([
    { field: 'since', detail: 'There is none.', hint: 'Look elsewhere.', code: 'video_not_found' },
  ]);
  expect(problemSchema.parse(problem)).toEqual(problem);
});
