/** docs/command-line.md says what the command is. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { COMMANDS_OF_SITE } from '#bin/storyshort/all-commands.ts';
import { EXIT_CODES } from '#bin/storyshort/exit-codes.ts';

const told = readFileSync('docs/command-line.md', 'utf8');

it('names every command as it is called', () => {
  const rows = [...told.matchAll(/^\| `storyshort ([^`]+)` \|/gm)].map(([, usage]) => usage);
  expect(rows).toEqual([...COMMANDS_OF_SITE.map(({ usage }) => usage), 'completion']);
});

it('tells with which code it ends, and what that means', () => {
  const rows = [...told.matchAll(/^\| (\d+) \| (.+) \|$/gm)].map(([, code, means]) => [Number(code), means]);
  expect(rows).toEqual(Object.values(EXIT_CODES).map(({ code, means }) => [code, means]));
});
