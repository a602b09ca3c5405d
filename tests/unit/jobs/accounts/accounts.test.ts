import { describe, expect, it } from 'vitest';
import { newPersonSchema, readTyped } from '#jobs/accounts/account-fields.ts';
import { SetupCode } from '#jobs/accounts/setup-code.ts';
import { letsThrough } from '#jobs/accounts/token-scope.ts';

const right = { name: 'Ada', email: 'ada@films.example', password: 'long enough to be one' };

describe('what is typed for an account', () => {
  it('is cleaned as far as it may be', () => {
    expect(
      readTyped(newPersonSchema, {
        ...right,
        name: '  Ada\u0000 \u202e Love ',
        email: ' ADA@Films.example ',
      }),
    ).toEqual({
      ok: true,
      value: { ...right, name: 'Ada Love' },
    });
  });

  it.each([
    ['name', { ...right, name: ' ' }],
    ['name', { ...right, name: 'x'.repeat(81) }],
    ['email', { ...right, email: 'ada' }],
    ['email', { ...right, email: `${'a'.repeat(250)}@films.example` }],
    ['password', { ...right, password: 'too short' }],
    ['password', { ...right, password: 'x'.repeat(129) }],
    ['password', { ...right, password: 7 }],
  ])('is refused by the field that is wrong: %s', (field, typed) => {
    const read = readTyped(newPersonSchema, typed);
    expect(read.ok).toBe(false);
    expect(Object.keys(read.ok ? {} : read.issues)).toEqual([field]);
  });

  it('names every field that is missing', () => {
    const read = readTyped(newPersonSchema, {});
    expect(read.ok ? [] : Object.keys(read.issues).sort()).toEqual(['email', 'name', 'password']);
  });
});

describe('the code of a first start', () => {
  it('is right however it is written', () => {
    const code = new SetupCode();
    expect(code.shown).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    for (const typed of [code.shown, code.text, code.shown.toLowerCase(), ` ${code.text} `])
      expect(code.isRight(typed)).toBe(true);
  });

  it('is another one at each start, and wrong where anything is', () => {
    const code = new SetupCode();
    expect(code.text).not.toBe(new SetupCode().text);
    for (const typed of ['', code.text.slice(1), `${code.text}A`, new SetupCode().text])
      expect(code.isRight(typed)).toBe(false);
  });

  it('opens nothing after twenty tries', () => {
    const code = new SetupCode();
    for (let tries = 0; tries < 20; tries++) code.isRight('WRONG');
    expect(code.isRight(code.text)).toBe(false);
  });
});

describe('a token', () => {
  it.each([
    [['read'], 'GET', true],
    [['read'], 'HEAD', true],
    [['read'], 'POST', false],
    [['make'], 'GET', true],
    [['make'], 'POST', true],
    [['make'], 'DELETE', true],
    [[], 'GET', false],
  ] as const)('for %j lets %s through: %s', (scopes, method, passes) => {
    expect(letsThrough(scopes, method)).toBe(passes);
  });
});
