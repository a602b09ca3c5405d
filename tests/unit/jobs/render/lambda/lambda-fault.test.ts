import { describe, expect, it } from 'vitest';
import {
  isRenderOver,
  lambdaFault,
  lostFault,
  renderingFault,
  withoutSignatures,
} from '#jobs/render/lambda/lambda-fault.ts';

const SERVER = { capability: 'render', host: 'lambda.eu-central-1.amazonaws.com' } as const;
const named = (name: string, facts: object = {}) => Object.assign(new Error('Said so.'), { name }, facts);
const ordered = (error: unknown) => lambdaFault(error, SERVER, { functionName: 'fn', isPaid: true });
const looked = (error: unknown) => lambdaFault(error, SERVER, { functionName: 'fn', isPaid: false });

describe('a fault of AWS Lambda', () => {
  it('repeats no lent address, key or token', () => {
    const lent = 'https://films.test/a/b.jpg?X-Amz-Credential=AKIAABCDEFGHIJKL%2F2026&X-Amz-Signature=ab12';
    expect(withoutSignatures(`Could not load "${lent}" at\n  line 3`)).toBe(
      'Could not load "https://films.test/a/b.jpg?…" at line 3',
    );
    expect(withoutSignatures('key ASIAABCDEFGHIJKL and X-Amz-Security-Token=abc%2F')).toBe('key … and …');
    expect(withoutSignatures('x'.repeat(1000)).length).toBeLessThan(250);
  });

  it.each([
    ['CredentialsProviderError', 'lambda_refused'],
    ['UnrecognizedClientException', 'lambda_refused'],
    ['ExpiredTokenException', 'lambda_refused'],
    ['ResourceNotFoundException', 'lambda_missing'],
    ['ThrottlingException', 'lambda_crowded'],
  ])('is known by its name: %s', (name, code) => {
    expect(ordered(named(name)).code).toBe(code);
  });

  it('knows that no keys are set', () => {
    const words =
      'You have not set the environment variable AWS_ACCESS_KEY_ID or REMOTION_AWS_ACCESS_KEY_ID.';
    expect(ordered(new Error(words))).toMatchObject({ code: 'lambda_refused', retryable: false });
  });

  it('is not tried again where what was ordered may have been charged, but where it is looked at', () => {
    const reset = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
    expect(ordered(reset)).toMatchObject({ code: 'connection_lost', retryable: false });
    expect(looked(reset)).toMatchObject({ code: 'connection_lost', retryable: true });
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    expect(ordered(refused)).toMatchObject({ code: 'provider_unreachable', retryable: true });
  });

  it('is over for a render that failed or is gone, and not for keys that open nothing', () => {
    expect(isRenderOver(renderingFault('Whatever.'))).toBe(true);
    expect(isRenderOver(lostFault())).toBe(true);
    expect(isRenderOver(looked(named('NoSuchKey', { $metadata: { httpStatusCode: 404 } })))).toBe(true);
    expect(isRenderOver(looked(named('AccessDenied', { $metadata: { httpStatusCode: 403 } })))).toBe(false);
    expect(isRenderOver(new Error('Whatever.'))).toBe(false);
  });

  it.each([
    ['A delayRender() was called but not cleared after 58000ms', 'lambda_timeout'],
    ['The main function timed out after 120000ms.', 'lambda_timeout'],
    ['net::ERR_INSUFFICIENT_RESOURCES', 'lambda_memory'],
    ['AWS returned an "TooManyRequestsException" error message', 'lambda_crowded'],
    ['Error loading image with src: https://films.test/a.jpg', 'lambda_picture'],
    [
      'Incompatible site: When visiting https://site.test, a bundle was found. Found version: 4.0.1',
      'lambda_version',
    ],
    ['Something else', 'lambda_render_failed'],
  ])('of a render is known by its words: %s', (words, code) => {
    expect(renderingFault(words)).toMatchObject({ code, hint: expect.stringMatching(/\w/) });
  });
});
