import { describe, expect, it } from 'vitest';
import { accepts } from '#app/api/accepts.ts';

describe('who accepts JSON', () => {
  it.each([
    [null, true],
    ['', true],
    ['*/*', true],
    ['application/json', true],
    ['Application/JSON;charset=utf-8', true],
    ['application/*', true],
    ['text/html, application/xml;q=0.9, */*;q=0.8', true],
    ['text/html', false],
    ['application/zip', false],
    ['application/json;q=0', false],
    ['application/json;q=0, */*', false],
    ['*/*;q=0, application/json', true],
    ['text/*, application/*;q=0.0', false],
    ['application/json;q=nonsense', false],
  ])('%s: %s', (accept, takes) => {
    expect(accepts(accept, 'application/json')).toBe(takes);
  });
});
