import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Operation } from '#app/api/operation.ts';
import { OPERATIONS, type OperationId } from '#app/api/operations/all-operations.ts';
import { RESOURCE_TEMPLATES } from '#app/mcp/resource-addresses.ts';
import { toldSchema } from '#app/mcp/told-schema.ts';
import { TOOLS } from '#app/mcp/tools/all-tools.ts';

/** What no tool asks for, and why. */
const LEFT_OUT: Partial<Record<OperationId, string>> = {
  listScenes: 'read_storyboard tells them',
  restoreVersion: 'step_storyboard does it',
  followVideo: 'follow_film tells it, as calls are told of progress',
  followHouse: 'a call ends, and list_films says what became of all',
  uploadFile: 'files are larger than a call may be',
  exportVideo: 'files are larger than a call may be',
  importVideo: 'files are larger than a call may be',
};

describe('the tools', () => {
  it('do all that a program may ask for, but what is left out for a reason', () => {
    const asked = TOOLS.flatMap(({ operations }) => operations);
    expect([...new Set([...asked, ...Object.keys(LEFT_OUT)])].sort()).toEqual(Object.keys(OPERATIONS).sort());
    expect(asked.filter((id) => LEFT_OUT[id] !== undefined)).toEqual([]);
  });

  it('have names of their own, and say what becomes of things', () => {
    expect(new Set(TOOLS.map(({ name }) => name)).size).toBe(TOOLS.length);
    for (const { name, operations, effect } of TOOLS) {
      const all = operations.map((id): Operation => OPERATIONS[id]);
      // What is sent by POST and changes nothing says so of itself.
      const changes = all.some(({ method, path }) => method !== 'GET' && path !== '/estimates');
      expect([name, effect === 'reads']).toEqual([name, !changes]);
      expect([name, effect === 'destroys']).toEqual([name, all.some(({ method }) => method === 'DELETE')]);
    }
  });

  it('take what their operations take: every part of a body that is theirs is told', () => {
    const given = (name: string) => {
      const tool = TOOLS.find((one) => one.name === name);
      if (!tool) throw new Error(`There is no ${name}.`);
      const json = toldSchema(tool.input, 'input')['~standard'].jsonSchema.input({ target: 'draft-2020-12' });
      return { parts: Object.keys(json.properties as object), text: JSON.stringify(json) };
    };
    const order = Object.keys(OPERATIONS.createVideo.body.schema.shape);
    expect(given('make_film').parts).toEqual([...order, 'key']);
    expect(given('estimate_film').parts).toEqual(order);
    for (const kind of ['set-scene', 'add-scene', 'split-scene', 'draw-again', 'set-film'])
      expect(given('edit_storyboard').text).toContain(`"const":"${kind}"`);
  });
});

describe('what people read', () => {
  it('docs/mcp.md lists every tool and resource', async () => {
    const text = await readFile('docs/mcp.md', 'utf8');
    const rows = TOOLS.map(({ name, title, operations }) => {
      const asked = operations.map((id) => `\`${OPERATIONS[id].method} ${OPERATIONS[id].path}\``);
      return `| \`${name}\` | ${title} | ${asked.join(', ')} |`;
    });
    expect(text).toContain(rows.join('\n'));
    for (const address of Object.values(RESOURCE_TEMPLATES)) expect(text).toContain(`| \`${address}\` |`);
  });
});
