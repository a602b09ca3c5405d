import { describe, expect, it } from 'vitest';
import { AnsweredFault, readFault } from '#bin/client/answered-fault.ts';
import { NobodyAnswers, PassedOn } from '#bin/client/site-connection.ts';
import { asCommandFault, faultJson, faultText } from '#bin/storyshort/command-fault.ts';
import { EXIT_CODES, exitOfStatus } from '#bin/storyshort/exit-codes.ts';
import { isPassing } from '#bin/storyshort/passing-trouble.ts';

const SITE = { base: 'https://films.example', hasToken: false, isOwn: false };

const answered = (status: number, code: string) =>
  new AnsweredFault(status, { code, told: 'It is so.', hint: 'Do this.', problems: [], retryable: null });

describe('the end of a command', () => {
  it('follows the status of the answer', () => {
    const ends = [400, 401, 403, 404, 409, 413, 422, 429, 500, 503, 507].map(exitOfStatus);
    expect(ends).toEqual([
      ...['refused', 'forbidden', 'forbidden', 'missing', 'refused', 'refused', 'refused'],
      ...['away', 'failed', 'away', 'away'],
    ]);
  });

  it('has a code of its own for each meaning', () => {
    const codes = Object.values(EXIT_CODES).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe('a fault', () => {
  it('says what happened and what to do, for people and for programs', () => {
    const fault = asCommandFault(answered(404, 'video_not_found'), SITE);
    expect(faultText(fault)).toBe('It is so.\nDo this.\n');
    expect(JSON.parse(faultJson(fault))).toEqual({
      error: {
        ...{ code: 'video_not_found', message: 'It is so.', hint: 'Do this.' },
        ...{ exitCode: 4, status: 404, retryable: false, problems: [] },
      },
    });
  });

  it('tells all that is wrong, one by one', () => {
    const problem = {
      ...{ type: 'urn:x', title: 'X', status: 422, detail: 'No.', code: 'x', hint: 'Else.' },
      retryable: false,
      errors: [
        { field: 'style', detail: 'There is no such style.', hint: 'Take neon.' },
        { field: 'story', detail: 'It is empty.' },
      ],
    };
    const fault = readFault(422, problem);
    expect(faultText(asCommandFault(fault, SITE))).toBe(
      'style: There is no such style. Take neon.\nstory: It is empty.\n',
    );
    const batch = readFault(422, {
      error: { code: 'x', message: 'No.', hint: 'Else.' },
      issues: [{ place: { file: 'a.csv', line: 2 }, code: 'x', message: 'No.', hint: 'Else.' }],
    });
    expect(faultText(asCommandFault(batch, SITE))).toBe('a.csv, line 2: No. Else.\n');
    expect(readFault(500, { oops: true })).toBeNull();
  });

  it('of a token says where another one is made, and never which it was', () => {
    const without = asCommandFault(answered(401, 'not_logged_in'), SITE);
    expect(without.words.hint).toContain('https://films.example/account');
    expect(without.words.hint).toContain('STORYSHORT_TOKEN');
    const wrong = asCommandFault(answered(401, 'not_logged_in'), { ...SITE, hasToken: true });
    expect(wrong.words.hint).toContain('withdrawn');
    expect(asCommandFault(answered(403, 'token_scope'), SITE).words.hint).toContain('“make”');
  });

  it('of a site that is not there says how it is started, or what to look after', () => {
    const nobody = new NobodyAnswers('No StoryShort answers.', {
      cause: new Error('fetch failed', { cause: new Error('connect ECONNREFUSED') }),
    });
    const own = asCommandFault(nobody, { ...SITE, isOwn: true });
    expect([own.exit, own.words.hint]).toEqual(['away', expect.stringContaining('npm start')]);
    expect(own.words.message).toBe('No StoryShort answers. Because: connect ECONNREFUSED');
    expect(asCommandFault(nobody, SITE).words.hint).not.toContain('npm start');
    const passed = asCommandFault(new PassedOn('http://a', 'https://a'), SITE);
    expect([passed.exit, passed.words.hint]).toEqual(['usage', expect.stringContaining('--url https://a')]);
  });

  it('that may pass is waited through, and not for ever', () => {
    const nobody = new NobodyAnswers('No StoryShort answers.');
    expect([isPassing(nobody, 1), isPassing(nobody, 1000)]).toEqual([true, false]);
    expect([isPassing(answered(503, 'x'), 1), isPassing(answered(404, 'x'), 1)]).toEqual([true, false]);
    expect(isPassing(new Error('a bug'), 1)).toBe(false);
  });
});
