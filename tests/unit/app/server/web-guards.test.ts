import { describe, expect, it } from 'vitest';
import {
  judgeBody,
  limitOf,
  MAX_BATCH_UPLOAD_BYTES,
  MAX_BODY_BYTES,
  MAX_PROJECT_UPLOAD_BYTES,
  MAX_UPLOAD_BYTES,
} from '#app/server/body-limit.ts';
import { isAllowedHost } from '#app/server/host-guard.ts';
import { downloadName, mediaTypeOf } from '#app/server/media.ts';
import { methodsOf } from '#app/server/method-guard.ts';
import { isOwnRequest } from '#app/server/origin-guard.ts';

describe('the names of this site', () => {
  it.each([
    'localhost',
    'localhost:4000',
    'LOCALHOST:1',
    '127.0.0.1:4000',
    '[::1]',
    '[::1]:4000',
    'film.test:80',
  ])('include %s', (host) => {
    expect(isAllowedHost(host, ['film.test'])).toBe(true);
  });

  it.each([
    undefined,
    '',
    'evil.test',
    'evil.test:4000',
    'localhost.evil.test',
    'evil.test:localhost',
    'localhost:4000:4000',
    'localhost:',
    'localhost@evil.test',
    'evil.test/localhost',
    '127.0.0.1.evil.test',
    '127.0.0.2',
    '::1',
    '[::2]',
    'xfilm.test',
  ])('do not include %s', (host) => {
    expect(isAllowedHost(host, ['film.test'])).toBe(false);
  });
});

describe('a request that changes something', () => {
  const host = 'localhost:4000';

  it.each([
    ['a program', {}],
    ['our own page', { origin: 'http://localhost:4000', secFetchSite: 'same-origin' }],
    ['our own page in an old browser', { origin: 'http://localhost:4000' }],
    ['our page behind TLS', { origin: 'https://localhost:4000' }],
    ['the address bar', { secFetchSite: 'none' }],
  ])('is taken from %s', (_who, source) => {
    expect(isOwnRequest({ host, origin: undefined, secFetchSite: undefined, ...source })).toBe(true);
  });

  it.each([
    ['another site', { origin: 'http://evil.test', secFetchSite: 'cross-site' }],
    ['another site in an old browser', { origin: 'http://evil.test' }],
    ['another port of this machine', { origin: 'http://localhost:3000', secFetchSite: 'same-site' }],
    ['another port in an old browser', { origin: 'http://localhost:3000' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['a file', { origin: 'file://localhost:4000' }],
    ['another site that hides its origin', { secFetchSite: 'cross-site' }],
    ['a made-up relation', { secFetchSite: 'whatever' }],
    ['an origin that contradicts its relation', { origin: 'http://evil.test', secFetchSite: 'same-origin' }],
    ['an unreadable origin', { origin: 'http://' }],
  ])('is not taken from %s', (_who, source) => {
    expect(isOwnRequest({ host, origin: undefined, secFetchSite: undefined, ...source })).toBe(false);
  });
});

describe('the size of a body', () => {
  it('is judged by what is announced', () => {
    expect(judgeBody(undefined, undefined)).toBe('accepted');
    expect(judgeBody('0', undefined)).toBe('accepted');
    expect(judgeBody(String(MAX_BODY_BYTES), undefined)).toBe('accepted');
    expect(judgeBody(String(MAX_BODY_BYTES + 1), undefined)).toBe('too_large');
    expect(judgeBody('10485760', undefined)).toBe('too_large');
    expect(judgeBody('many', undefined)).toBe('too_large');
    expect(judgeBody(undefined, 'chunked')).toBe('length_unknown');
  });

  it('lets music come with the form for a new film, and nowhere else', () => {
    expect(limitOf('/create', 'multipart/form-data; boundary=x')).toBe(MAX_UPLOAD_BYTES);
    expect(limitOf('/create', 'application/x-www-form-urlencoded')).toBe(MAX_BODY_BYTES);
    expect(limitOf('/create', undefined)).toBe(MAX_BODY_BYTES);
    expect(limitOf('/api/generate-script', 'multipart/form-data; boundary=x')).toBe(MAX_BODY_BYTES);
    expect(judgeBody(String(MAX_UPLOAD_BYTES + 1), undefined, MAX_UPLOAD_BYTES)).toBe('too_large');
  });
});

it('lets projects come to where they are taken in, in a form or by themselves', () => {
  for (const path of ['/import', '/api/project']) {
    expect(limitOf(path, 'multipart/form-data; boundary=x')).toBe(MAX_PROJECT_UPLOAD_BYTES);
    expect(limitOf(path, 'application/zip')).toBe(MAX_PROJECT_UPLOAD_BYTES);
  }
  expect(limitOf('/api/projects', 'application/zip')).toBe(MAX_BODY_BYTES);
  expect(limitOf('/', 'application/zip')).toBe(MAX_BODY_BYTES);
});

it('lets the stories of a batch come to where batches are ordered', () => {
  for (const path of ['/batches', '/api/batch'])
    for (const type of ['multipart/form-data; boundary=x', 'application/json'])
      expect(limitOf(path, type)).toBe(MAX_BATCH_UPLOAD_BYTES);
  expect(limitOf('/batches/1', 'multipart/form-data; boundary=x')).toBe(MAX_BODY_BYTES);
});

describe('the methods of an address', () => {
  it.each([
    ['/api/generate-script', ['POST']],
    ['/api/process-video/', ['POST']],
    ['/api/video-status', ['GET', 'HEAD']],
    ['/healthz', ['GET', 'HEAD']],
    ['/api/project', ['GET', 'HEAD', 'POST']],
    ['/api/assets', ['GET', 'HEAD']],
    ['/api/batch', ['GET', 'HEAD', 'POST']],
    ['/api/batch-results', ['GET', 'HEAD']],
    ['/batches/1', ['GET', 'HEAD', 'POST']],
    ['/api/timeline', ['GET', 'HEAD']],
    ['/api/provenance', ['GET', 'HEAD']],
    ['/media/a/b.mp4', ['GET', 'HEAD']],
    ['/', ['GET', 'HEAD', 'POST']],
    ['/video/1', ['GET', 'HEAD', 'POST']],
    ['/mcp', ['POST']],
    ['/mcp/', ['POST']],
    ['/.well-known/oauth-protected-resource', null],
    ['/api', null],
    ['/api/nothing', null],
    ['/api/constructor', null],
  ])('%s', (path, methods) => {
    expect(methodsOf(path)).toEqual(methods);
  });
});

describe('files to take home', () => {
  it.each([
    ['the-fox.mp4', 'the-fox.mp4'],
    ['the fox', 'the fox.mp4'],
    ['', 'storyshort.mp4'],
    ['...', 'storyshort.mp4'],
    ['../../etc/passwd', 'etc passwd.mp4'],
    ['a"b\r\nX: y', 'a b X y.mp4'],
    ['film.exe', 'film.mp4'],
    ['a'.repeat(300), `${'a'.repeat(80)}.mp4`],
    ['狐狸 🦊', '狐狸 🦊.mp4'],
  ])('%j become %s', (wanted, name) => {
    expect(downloadName(wanted, 'v/film.mp4')).toBe(name);
  });

  it('have their type from their name', () => {
    expect(mediaTypeOf('v/film.mp4')).toBe('video/mp4');
    expect(mediaTypeOf('v/captions.vtt')).toBe('text/vtt; charset=utf-8');
    expect(mediaTypeOf('v/page.html')).toBe('application/octet-stream');
  });
});
