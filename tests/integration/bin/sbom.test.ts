import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { billOfMaterials } from '#bin/quality/bill-of-materials.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

it('prints the bill of the lock file, which needs no registry, and the same each time', async () => {
  const args = ['--import', 'tsx', join(ROOT, 'bin/sbom.ts')];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, {
    cwd: ROOT,
    maxBuffer: 2 ** 26,
  });
  expect(stderr).toBe('');
  const lock = JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8'));
  expect(JSON.parse(stdout)).toEqual(billOfMaterials(lock));
});
