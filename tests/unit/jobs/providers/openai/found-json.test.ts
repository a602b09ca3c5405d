import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { jsonIn, withNumbers } from '#jobs/providers/openai/call/found-json.ts';

describe('JSON in an answer', () => {
  it.each([
    ['alone', '{"a": 1}'],
    ['in a code block', 'Sure:\n```json\n{"a": 1}\n```\nThere you are.'],
    ['in a code block of no language', '```\n{"a": 1}\n```'],
    ['among prose', 'The answer is {"a": 1}, as you wished {or not}.'],
    ['after prose with braces', 'I use {braces} freely. {"a": 1}'],
    ['after thoughts', '<think>Perhaps {"a": 2}? No.</think>\n{"a": 1}'],
  ])('is found %s', (_where, text) => {
    expect(jsonIn(text)).toEqual({ value: { a: 1 } });
  });

  it('may hold braces and quotes in its texts', () => {
    const value = { said: 'a "}" and a {', more: { deep: '\\"' } };
    expect(jsonIn(`So: ${JSON.stringify(value)} — done.`)).toEqual({ value });
  });

  it.each([
    ['prose', 'I cannot do that.'],
    ['half an answer', '{"scenes": [{"last": 1}, {"la'],
    ['nothing', ''],
  ])('is not found in %s', (_what, text) => {
    // What is whole within half an answer is not the answer, and the schema says so.
    const found = jsonIn(text);
    expect(found === null || !('scenes' in (found.value as object))).toBe(true);
  });

  it('is given up among a hundred thousand braces, of which each could lead through all others', () => {
    expect(jsonIn('{'.repeat(100_000))).toBeNull();
    expect(jsonIn(`${'{'.repeat(100_000)}{"a": 1}`)).toBeNull();
  });
});

describe('numbers in quotes', () => {
  const schema = z.object({ scenes: z.array(z.object({ last: z.int(), name: z.string() })) });
  const mended = (value: unknown) => {
    const first = schema.safeParse(value);
    return schema.safeParse(withNumbers(value, first.error?.issues ?? []));
  };

  it('become numbers where the schema wants some', () => {
    const said = { scenes: [{ last: '3', name: '7' }] };
    expect(mended(said).data).toEqual({ scenes: [{ last: 3, name: '7' }] });
    expect(said.scenes[0]?.last).toBe('3');
  });

  it('stay what they are where they say none', () => {
    expect(mended({ scenes: [{ last: 'three', name: 'x' }] }).success).toBe(false);
    expect(mended({ scenes: 'none' }).success).toBe(false);
    expect(mended(7).success).toBe(false);
  });
});
