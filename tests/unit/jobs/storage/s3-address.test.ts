import { describe, expect, it } from 'vitest';
import { readS3Address, S3AddressError } from '#jobs/storage/s3/s3-address.ts';

describe('the address of a bucket', () => {
  it.each([
    ['s3://films', { bucket: 'films', prefix: '', region: null, endpoint: null }],
    ['s3://films/', { bucket: 'films', prefix: '', region: null, endpoint: null }],
    [
      's3://my.films-2/house/a?region=eu-central-1',
      { bucket: 'my.films-2', prefix: 'house/a/', region: 'eu-central-1', endpoint: null },
    ],
    [
      's3://films/House_1/?endpoint=http://127.0.0.1:9000',
      { bucket: 'films', prefix: 'House_1/', region: 'us-east-1', endpoint: 'http://127.0.0.1:9000' },
    ],
    [
      's3://films?endpoint=https%3A%2F%2Fs3.example.org&region=auto',
      { bucket: 'films', prefix: '', region: 'auto', endpoint: 'https://s3.example.org' },
    ],
  ])('%s is read', (text, address) => {
    expect(readS3Address(text)).toEqual(address);
  });

  it.each([
    'films-of-the-house',
    'https://films.example.org',
    's3://Ü',
    's3://films:9000',
    's3://films#part',
    's3://films/..%2fx',
    's3://films/a b',
    's3://films?style=path',
    's3://films?endpoint=localhost:9000',
    's3://films?endpoint=https://id:secret@s3.example.org',
    's3://films?endpoint=https://s3.example.org?key=secret',
  ])('%s is refused without being repeated', (text) => {
    const read = () => readS3Address(text);
    expect(read).toThrow(S3AddressError);
    expect(read).not.toThrow(text);
  });

  it('holds no keys', () => {
    expect(() => readS3Address('s3://id:top-secret@films')).toThrow(/AWS_ACCESS_KEY_ID/);
    expect(() => readS3Address('s3://id:top-secret@films')).not.toThrow(/top-secret/);
  });
});
