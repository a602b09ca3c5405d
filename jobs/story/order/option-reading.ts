/** One option read from raw input, or what is wrong with it in words that a person can act on. */
import { type Option, valuesOf } from './option';
import { schemaOf } from './options';

/** Why a value is refused; the same form as the issues of a draft. */
export interface OptionIssue {
  code: string;
  message: string;
  hint: string;
}

export type OptionReading = { ok: true; value: unknown } | { ok: false; issue: OptionIssue };

/** Reads an option's value, not trusted to be anything; a blank one is for the caller to leave out. */
export function readOption(name: string, option: Option, value: unknown): OptionReading {
  if (option.kind === 'count' && !isPlainNumber(value))
    return { ok: false, issue: issueOf(name, option, value) };
  const parsed = schemaOf(option).safeParse(option.kind === 'count' ? Number(value) : value);
  if (parsed.success) return { ok: true, value: option.kind === 'count' ? parsed.data : value };
  return { ok: false, issue: issueOf(name, option, value) };
}

function issueOf(name: string, option: Option, value: unknown): OptionIssue {
  switch (option.kind) {
    case 'choice':
      return noSuch(name, option.noun, value, `Choose one of: ${valuesOf(option).join(', ')}.`);
    case 'seconds':
      return noSuch(name, option.noun, value, `Choose one of: ${option.choices.join(', ')}.`);
    case 'language': {
      const hint = 'Send a BCP 47 tag such as “es” or “pt-BR”, or leave it out to have the language found.';
      return noSuch(name, option.noun, value, hint);
    }
    case 'count':
      return {
        code: `${name}_out_of_range`,
        message: `A film cannot have ${quote(value)} ${name}.`,
        hint: `Choose a whole number from ${option.least} to ${option.most}, or leave it empty to let the story decide.`,
      };
    case 'words':
      if (typeof value === 'string') {
        return {
          code: `${name}_unusable`,
          message: `The ${option.noun} is longer than ${option.most} characters, or not a single line.`,
          hint: `Shorten it to one line of at most ${option.most} characters.`,
        };
      }
      return {
        code: `${name}_not_text`,
        message: `The ${option.noun} is not a text.`,
        hint: 'Send it as a string, or leave it out.',
      };
  }
}

function noSuch(name: string, noun: string, value: unknown, hint: string): OptionIssue {
  return { code: `unknown_${name}`, message: `There is no ${noun} called ${quote(value)}.`, hint };
}

/** Whether a value is a number as people write one: no exponent, no list of one. */
function isPlainNumber(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^\s*[+-]?\d{1,9}\s*$/.test(value));
}

/** Whether nothing was sent. */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** Repeats what was sent, short and without anything that could garble a terminal or a page. */
function quote(value: unknown): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : typeof value;
  const short = [...text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')].slice(0, 40).join('');
  return `“${short}”`;
}
