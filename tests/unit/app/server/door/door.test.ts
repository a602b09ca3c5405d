import { describe, expect, it } from 'vitest';
import { linkTo, safeTarget } from '#app/http/door.ts';
import { isExposed } from '#app/server/door/is-exposed.ts';
import { asksWithin, isEntry, isOfPrograms, isOpen } from '#app/server/door/open-paths.ts';

const LOOPBACK = { host: '127.0.0.1', allowedHosts: [], siteUrl: null };

describe('a site', () => {
  it.each(['127.0.0.1', '127.8.0.1', 'localhost', '::1', '[::1]'])('on %s needs no door', (host) => {
    expect(isExposed({ ...LOOPBACK, host })).toBe(false);
  });

  it.each(['0.0.0.0', '::', '192.168.1.7', 'films.example', '128.0.0.1', '127.0.0.1.films.example'])(
    'on %s has one',
    (host) => {
      expect(isExposed({ ...LOOPBACK, host })).toBe(true);
    },
  );

  it('to which others pass requests on has one as well', () => {
    expect(isExposed({ ...LOOPBACK, allowedHosts: ['films.example'] })).toBe(true);
    expect(isExposed({ ...LOOPBACK, allowedHosts: ['localhost'] })).toBe(false);
    expect(isExposed({ ...LOOPBACK, siteUrl: 'https://films.example' })).toBe(true);
    expect(isExposed({ ...LOOPBACK, siteUrl: 'http://localhost:4000' })).toBe(false);
  });
});

describe('paths', () => {
  it.each(['/assets/x.js', '/fonts/ui/x.woff2', '/favicon.svg', '/s/token', '/s/token/film.mp4', '/healthz'])(
    '%s is open to all',
    (path) => {
      expect(isOpen(path)).toBe(true);
    },
  );

  it.each([
    '/',
    '/create',
    '/media/x/y.png',
    '/api/video-status',
    '/assets',
    '/settings',
    '/people',
    '/queue',
    '/account',
    '/healthz/x',
    '/a/s/x',
    '/%73/x',
    '/favicon.svg/x',
  ])('%s is not', (path) => {
    expect(isOpen(path)).toBe(false);
  });

  it.each([
    ['/login', true],
    ['/setup', true],
    ['/join/x', true],
    ['/reset/x', true],
    ['/join', false],
    ['/join/x/y', false],
    ['/logout', false],
    ['/login/x', false],
  ])('%s is one by which people come in: %s', (path, isOne) => {
    expect(isEntry(path)).toBe(isOne);
  });

  it('below /api and /media are for programs', () => {
    expect(['/api/x', '/media/x/y', '/apis/x', '/'].map(isOfPrograms)).toEqual([true, true, false, false]);
    expect(['/mcp', '/mcp/', '/mcp/x', '/mcpx'].map(isOfPrograms)).toEqual([true, true, false, false]);
    expect(['/mcp', '/api/v1/videos'].map(asksWithin)).toEqual([true, false]);
  });
});

describe('where somebody goes after the login', () => {
  it.each(['/', '/create', '/video/1?a=b#c'])('%s is a place of ours', (path) => {
    expect(safeTarget(path)).toBe(path);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
    'create',
    '/a b',
    '/a\\b',
    null,
    undefined,
    7,
  ])('%j is not', (path) => {
    expect(safeTarget(path)).toBe('/');
  });

  it('a link is handed over under the address of the site, or that of the request', () => {
    const request = new Request('http://127.0.0.1:4000/people');
    expect(linkTo({ siteUrl: null }, request, '/join/x')).toBe('http://127.0.0.1:4000/join/x');
    expect(linkTo({ siteUrl: 'https://films.example' }, request, '/join/x')).toBe(
      'https://films.example/join/x',
    );
  });
});
