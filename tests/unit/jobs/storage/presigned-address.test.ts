import { presignUrl } from '@remotion/lambda-client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { presignedAddress } from '#jobs/storage/s3/presigned-address.ts';
import { readS3Address } from '#jobs/storage/s3/s3-address.ts';
import { S3Bucket } from '#jobs/storage/s3/s3-bucket.server.ts';

afterEach(() => vi.unstubAllEnvs());

describe('an address that is lent', () => {
  it('is signed as Amazon’s own example is', () => {
    // https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
    const address = presignedAddress(
      { protocol: 'https:', host: 'examplebucket.s3.amazonaws.com', path: '/test.txt' },
      {
        keys: {
          accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
          secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
        },
        region: 'us-east-1',
        at: new Date('2013-05-24T00:00:00Z'),
        expiresS: 86_400,
      },
    );
    expect(new URL(address).searchParams.get('X-Amz-Signature')).toBe(
      'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
    );
  });

  it.each([
    ['films', 'https://films.s3.eu-central-1.amazonaws.com/house/video/picture.jpg'],
    // A name with a dot has no certificate.
    ['films.house', 'https://s3.eu-central-1.amazonaws.com/films.house/house/video/picture.jpg'],
  ])('names the bucket %s as Amazon’s SDK does', async (bucket, place) => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDTESTTESTTEST');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'kept/to+itself');
    vi.stubEnv('AWS_SESSION_TOKEN', 'lent/to+us=');
    const ours = await new S3Bucket(readS3Address(`s3://${bucket}/house?region=eu-central-1`)).lend(
      'video/picture.jpg',
      600,
    );
    const theirs = await presignUrl({
      ...{ region: 'eu-central-1', bucketName: bucket, objectKey: 'house/video/picture.jpg' },
      expiresInSeconds: 600,
    });
    expect(ours.split('?')[0]).toBe(place);
    expect(theirs.split('?')[0]).toBe(place);
    for (const name of ['X-Amz-Expires', 'X-Amz-SignedHeaders', 'X-Amz-Security-Token', 'X-Amz-Algorithm'])
      expect(new URL(ours).searchParams.get(name)).toBe(new URL(theirs).searchParams.get(name));
  });

  it('is at the server that STORAGE_URL names', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDTESTTESTTEST');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'kept/to+itself');
    const bucket = new S3Bucket(readS3Address('s3://films?endpoint=https://s3.example.org:9000'));
    const address = await bucket.lend('video/picture.jpg', 600);
    expect(address).toMatch(/^https:\/\/s3\.example\.org:9000\/films\/video\/picture\.jpg\?X-Amz-/);
    expect(address).not.toContain('kept');
  });
});
