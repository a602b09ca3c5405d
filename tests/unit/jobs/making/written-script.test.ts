import { describe, expect, it } from 'vitest';
import { writeScript } from '#jobs/making/written-script.ts';
import type { Script, ScriptRequest } from '#jobs/ports/engines.ts';
import { writeScript as tellStory } from '#jobs/studio/storyteller/write.ts';
import { ofLength } from '#tests/support/measured-stories.ts';
import { TALES } from '#tests/tools/gallery/tales.ts';

const signal = new AbortController().signal;
const STORY = TALES.map(({ text }) => text).join('\n\n');

const requestOf = (story: string, more: Partial<ScriptRequest> = {}): ScriptRequest => ({
  story,
  title: null,
  sceneCount: null,
  language: 'en',
  ...more,
});

/** What becomes of a script with that many scenes. */
function checked(request: ScriptRequest, scenes: number): Promise<Script> {
  const scene = { narration: 'The fox slept.', imagePrompt: 'A fox asleep.' };
  const script: Script = { title: 'Fox', mood: 'calm', scenes: Array.from({ length: scenes }, () => scene) };
  const writer = { identity: { name: 'test', model: 'test-1' }, writeScript: () => Promise.resolve(script) };
  return writeScript(writer, request, signal);
}

describe('a script', () => {
  it.each([100, 1000, 5500, 9990])('of a story of %d characters is taken from the studio', async (length) => {
    const request = requestOf(ofLength(STORY, length));
    const told = tellStory(request);
    expect((await checked(request, told.scenes.length)).scenes).toHaveLength(told.scenes.length);
  });

  it('with far more scenes than there is room for is refused for good', async () => {
    const refused = { code: 'script_unusable', retryable: false };
    await expect(checked(requestOf('The fox slept well.'), 5)).rejects.toMatchObject(refused);
    await expect(checked(requestOf(STORY, { sceneCount: 3 }), 9)).rejects.toMatchObject(refused);
    const written = requestOf('A fox.', { mode: 'write-for-me', targetSeconds: 15 });
    await expect(checked(written, 60)).rejects.toMatchObject(refused);
    expect((await checked(written, 4)).scenes).toHaveLength(4);
  });

  it('without a scene that says anything may be had by asking again', async () => {
    await expect(checked(requestOf(STORY), 0)).rejects.toMatchObject({
      code: 'script_unusable',
      retryable: true,
    });
  });
});
