import { describe, expect, it } from 'vitest';
import { ownAddress, readSiteAddress } from '#bin/storyshort/site-address.ts';

const SETTINGS = { HOST: '127.0.0.1', PORT: 4000, STORYSHORT_URL: null };

describe('the address of the site', () => {
  it.each([
    ['127.0.0.1', 'http://127.0.0.1:4000'],
    ['0.0.0.0', 'http://127.0.0.1:4000'],
    ['::', 'http://127.0.0.1:4000'],
    ['::1', 'http://[::1]:4000'],
    ['films.local', 'http://films.local:4000'],
  ])('is this machine’s own, which listens on %s', (HOST, address) => {
    expect(ownAddress({ HOST, PORT: 4000 })).toBe(address);
    expect(readSiteAddress(undefined, { ...SETTINGS, HOST })).toBe(address);
  });

  it('is what was given, before what the environment says', () => {
    const settings = { ...SETTINGS, STORYSHORT_URL: 'https://films.example' };
    expect(readSiteAddress(undefined, settings)).toBe('https://films.example');
    expect(readSiteAddress('http://localhost:5000/', settings)).toBe('http://localhost:5000');
  });

  it.each([
    'films.example',
    'ftp://films.example',
    'https://films.example/x',
    'https://a:b@films.example',
    '',
  ])('is none: %j', (given) => {
    expect(() => readSiteAddress(given, SETTINGS)).toThrow('no address of a StoryShort');
  });
});
