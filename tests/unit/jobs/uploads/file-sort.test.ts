import { describe, expect, it } from 'vitest';
import { fileSortOf } from '#jobs/uploads/file-sort.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');

describe('fileSortOf', () => {
  it.each([
    ['\x89PNG\r\n\x1a\n', 'png'],
    ['\xff\xd8\xff\xe0', 'jpeg'],
    ['RIFF\0\0\0\0WEBPVP8 ', 'webp'],
    ['RIFF\0\0\0\0WAVEfmt ', 'wav'],
    ['\0\0\0\x1cftypavif', 'avif'],
    ['\0\0\0\x1cftypheic', 'heic'],
    ['\0\0\0\x1cftypisom', 'mov'],
    ['\0\0\0\x08wide', 'mov'],
    ['\x1a\x45\xdf\xa3', 'matroska'],
    ['OggS', 'ogg'],
    ['fLaC', 'flac'],
    ['ID3\x04', 'mp3'],
    ['\xff\xfb\x90\x64', 'mp3'],
    ['GIF89a', 'gif'],
    ['PK\x03\x04', 'zip'],
    ['%PDF-1.7', 'pdf'],
    ['<svg xmlns="http://www.w3.org/2000/svg">', 'svg'],
    ['<?xml version="1.0"?>\n<!-- a comment -->\n<!DOCTYPE svg PUBLIC "x">\n<svg>', 'svg'],
    ['#EXTM3U\nfile:///etc/passwd', 'text'],
    ['', 'unknown'],
    ['\0\0\0', 'unknown'],
  ])('tells %j as %s', (head, sort) => {
    expect(fileSortOf(bytes(head))).toBe(sort);
  });
});
