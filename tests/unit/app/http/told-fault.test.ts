import { afterEach, expect, it, vi } from 'vitest';
import { sendStory } from '#app/create/send-story.ts';
import { toldFault } from '#app/http/told-fault.ts';
import { askLibrary } from '#app/library/acts/ask-library.ts';
import { askStoryboard } from '#app/video/editor/state/ask-storyboard.ts';

const FAULT = { code: 'too_many_requests', message: 'Too many.', hint: 'Try again in 9 seconds.' };
afterEach(() => {
  vi.unstubAllGlobals();
});

it('is read from whatever refused', () => {
  expect(toldFault({ error: { ...FAULT, more: 1 } })).toEqual(FAULT);
  for (const none of [
    null,
    undefined,
    'error',
    {},
    { error: null },
    { error: 'x' },
    { error: { code: 'x' } },
  ]) {
    expect(toldFault(none)).toBeNull();
  }
});

it('is told beside the form and on the home page', async () => {
  expect((await sendStory(async () => ({ error: FAULT }))).fault).toEqual(FAULT);
  const asked = new FormData();
  asked.set('intent', 'rename');
  expect(await askLibrary(asked, async () => ({ error: FAULT }))).toEqual({
    ...{ done: null, intent: 'rename' },
    fault: FAULT,
  });
});

it('lets the editor keep its edit and send it again when it is only too many', async () => {
  const answer = (status: number) =>
    vi.stubGlobal('fetch', async () => Response.json({ error: FAULT }, { status }));
  answer(429);
  expect(await askStoryboard('v', { kind: 'undo' }, 1)).toEqual({ kind: 'unreachable' });
  answer(409);
  expect(await askStoryboard('v', { kind: 'undo' }, 1)).toEqual({ kind: 'refused', refusal: FAULT });
});
