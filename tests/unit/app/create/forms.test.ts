import { describe, expect, it } from 'vitest';
import { emptyForm, sentForm } from '#app/create/create-form.ts';
import { asApiFault, draftFault } from '#app/http/api-fault.ts';
import { readIdempotencyKey } from '#app/http/idempotency-key.ts';
import { readFields } from '#app/http/read-fields.server.ts';
import { readVideoId } from '#app/http/video-id.ts';
import { StoryError } from '#jobs/story/film/fault.ts';

function post(body: string | null, contentType?: string): Request {
  const headers = contentType === undefined ? undefined : { 'content-type': contentType };
  const bytes = body === null ? null : new TextEncoder().encode(body);
  return new Request('http://localhost/', { method: 'POST', body: bytes, ...(headers && { headers }) });
}

describe('the fields of a request', () => {
  it.each([
    ['JSON', '{"story":"a","scenes":3}', 'application/json; charset=utf-8', { story: 'a', scenes: 3 }],
    ['a form', 'story=a+b&title=%C3%A9', 'application/x-www-form-urlencoded', { story: 'a b', title: 'é' }],
    ['nothing at all', null, undefined, {}],
    ['empty JSON', '', 'application/json', {}],
  ])('come from %s', async (_what, body, type, fields) => {
    expect(await readFields(post(body, type))).toEqual(fields);
  });

  it.each([
    ['broken JSON', '{"story":', 'application/json', 400, 'malformed_json'],
    ['a JSON list', '["a"]', 'application/json', 400, 'not_an_object'],
    ['JSON null', 'null', 'application/json', 400, 'not_an_object'],
    ['a JSON text', '"a"', 'application/json', 400, 'not_an_object'],
    ['a form in name only', 'x', 'multipart/form-data', 400, 'malformed_form'],
    ['plain text', 'a story', 'text/plain', 415, 'unsupported_content_type'],
    ['XML', '<a/>', 'application/xml', 415, 'unsupported_content_type'],
    ['a body of no type', 'a story', undefined, 415, 'unsupported_content_type'],
  ])('cannot come from %s', async (_what, body, type, status, code) => {
    await expect(readFields(post(body, type))).rejects.toMatchObject({ status, fault: { code } });
  });

  it('cannot reach the prototype of objects', async () => {
    const fields = await readFields(post('{"__proto__":{"admin":true}}', 'application/json'));
    expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  });
});

describe('keys and ids', () => {
  it('take printable idempotency keys only', () => {
    expect(readIdempotencyKey(null)).toBeNull();
    expect(readIdempotencyKey('')).toBeNull();
    expect(readIdempotencyKey('order 7')).toBe('order 7');
    for (const bad of ['a\nb', 'é', 'a'.repeat(201), 7]) {
      expect(() => readIdempotencyKey(bad)).toThrow('not usable');
    }
  });

  it('take uuids only', () => {
    expect(readVideoId('0190A0B0-0000-7000-8000-00000000000F')).toBe('0190a0b0-0000-7000-8000-00000000000f');
    for (const bad of ['', null, 'x', "1' OR '1'='1", '0190a0b000007000800000000000000f', 7]) {
      expect(() => readVideoId(bad)).toThrow();
    }
  });
});

describe('what is answered', () => {
  it('is the first thing that is wrong with a draft', () => {
    const issue = { field: 'style', code: 'unknown_style', message: 'M.', hint: 'H.' } as const;
    expect(draftFault([issue])).toMatchObject({ status: 422, fault: issue });
  });

  it.each([
    ['video_not_found', 404],
    ['video_completed', 409],
    ['video_finished', 409],
    ['idempotency_conflict', 409],
  ])('for %s is %d', (code, status) => {
    const error = new StoryError({ code, message: 'M.', hint: 'H.', retryable: false });
    expect(asApiFault(error)).toMatchObject({ status, fault: { code, message: 'M.', hint: 'H.' } });
  });

  it('for anything unexpected is nobody’s business', () => {
    expect(asApiFault(new Error('secret'))).toBeNull();
    expect(asApiFault(new StoryError({ code: 'x', message: '', hint: '', retryable: false }))).toBeNull();
  });
});

describe('the form', () => {
  it('shows again what was sent, and defaults for the rest', () => {
    const sent = sentForm({ story: 'Two words', style: 'neon', title: 7, extra: 'x' });
    expect(sent).toEqual({ ...emptyForm(), story: 'Two words', style: 'neon' });
  });
});
