/** JSON as small models give it: in a code block, among prose, after thoughts, with numbers in quotes. Pure. */
import type { z } from 'zod';

/** Braces that are looked at: each may lead through the whole text. */
const MOST_TRIES = 20;

/** The first object in a text that is whole; null for none. */
export function jsonIn(text: string): { value: unknown } | null {
  const said = text.replace(/<think>[\s\S]*?<\/think>/gi, ' ');
  const whole = parsed(said);
  if (whole) return whole;
  let from = said.indexOf('{');
  for (let tries = 0; from >= 0 && tries < MOST_TRIES; tries += 1, from = said.indexOf('{', from + 1)) {
    const end = endOfObject(said, from);
    const object = end === null ? null : parsed(said.slice(from, end));
    if (object) return object;
  }
  return null;
}

function parsed(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** Where the object ends that begins at `from`; null where it does not. */
function endOfObject(text: string, from: number): number | null {
  let depth = 0;
  let isQuoted = false;
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (isQuoted) {
      if (sign === '\\') at += 1;
      else if (sign === '"') isQuoted = false;
      continue;
    }
    if (sign === '"') isQuoted = true;
    else if (sign === '{') depth += 1;
    else if (sign === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return null;
}

/** The same value with numbers where a schema wants them and a text says one. */
export function withNumbers(value: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  const mended = structuredClone(value);
  for (const issue of issues) {
    if (issue.code !== 'invalid_type' || (issue.expected !== 'number' && issue.expected !== 'int')) continue;
    const [name, ...above] = [...issue.path].reverse();
    const holder = above.reverse().reduce<unknown>((held, key) => memberOf(held, key), mended);
    const said = name === undefined ? undefined : memberOf(holder, name);
    if (typeof said !== 'string' || !/^\s*-?\d+(\.\d+)?\s*$/.test(said) || !isObject(holder)) continue;
    holder[name as string] = Number(said);
  }
  return mended;
}

function memberOf(held: unknown, key: PropertyKey): unknown {
  return isObject(held) ? held[key as string] : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
