import { describe, expect, it } from 'vitest';
import { isLoopback, limitNameOf } from '#app/server/rate-limits.ts';

describe('the limit that a request counts for', () => {
  it.each([
    ['POST', '/create', 'create'],
    ['POST', '/CREATE/', 'create'],
    ['POST', '/%63reate', 'create'],
    ['POST', '//api//generate-script', 'create'],
    ['POST', '/api/process-video', 'process'],
    ['POST', '/video/0190a0b0', 'process'],
    ['POST', '/login', 'login'],
    ['POST', '/join/a-token', 'login'],
    ['POST', '/Reset/a-token/', 'login'],
    ['POST', '/logout', 'change'],
    ['POST', '/loginx', 'change'],
    ['POST', '/api/project', 'upload'],
    ['POST', '/api/batch', 'create'],
    ['POST', '/batches', 'create'],
    ['POST', '/batches/0190a0b0', 'change'],
    ['POST', '/', 'change'],
    ['POST', '/constructor', 'change'],
    ['POST', '/%zz', 'change'],
    ['PUT', '/whatever/comes', 'change'],
    ['GET', '/media/v/film.mp4', 'media'],
    ['HEAD', '/s/token/film.mp4', 'media'],
    ['GET', '/create', null],
    ['GET', '/api/project', null],
    ['GET', '/', null],
  ])('%s %s: %s', (method, path, name) => {
    expect(limitNameOf(method, path)).toBe(name);
  });
});

it('knows this machine’s own addresses', () => {
  expect(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'].every(isLoopback)).toBe(true);
  expect(
    [undefined, '', '10.0.0.1', '128.0.0.1', '::2', '::ffff:10.127.0.1', '1127.0.0.1'].some(isLoopback),
  ).toBe(false);
});
