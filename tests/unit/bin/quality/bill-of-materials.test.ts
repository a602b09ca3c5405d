import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { billOfMaterials, type LockFile } from '#bin/quality/bill-of-materials.ts';

const ROOT = resolve(import.meta.dirname, '../../../..');
const lock: LockFile = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));

const packages = {
  '': { version: '1.0.0', license: 'MIT' },
  'node_modules/@a/b': { version: '2.0.0', license: 'Apache-2.0', integrity: 'sha512-AQID' },
  'node_modules/c': { version: '3.0.0', license: 'MIT OR ISC', optional: true },
  'node_modules/@a/b/node_modules/c': { version: '3.0.0', license: 'MIT OR ISC' },
  'node_modules/other-name': { name: 'd', version: '4.0.0', license: 'MIT and ISC' },
  'node_modules/tool': { version: '5.0.0', license: 'GPL-3.0', dev: true },
};
const billOf = (of: LockFile['packages']) =>
  billOfMaterials({ name: 'film', version: '1.0.0', packages: of });

describe('a bill of materials', () => {
  it('names each package of a running StoryShort once, with its licence and hash', () => {
    expect(billOf(packages).components).toEqual([
      {
        ...{ type: 'library', 'bom-ref': '@a/b@2.0.0', name: '@a/b', version: '2.0.0', scope: 'required' },
        ...{ purl: 'pkg:npm/%40a/b@2.0.0', licenses: [{ license: { id: 'Apache-2.0' } }] },
        hashes: [{ alg: 'SHA-512', content: '010203' }],
      },
      expect.objectContaining({
        'bom-ref': 'c@3.0.0',
        scope: 'required',
        licenses: [{ expression: 'MIT OR ISC' }],
      }),
      expect.objectContaining({ name: 'd', licenses: [{ license: { name: 'MIT and ISC' } }] }),
    ]);
  });

  it('says which package does not say its licence', () => {
    expect(() => billOf({ 'node_modules/silent': { version: '1.0.0' } })).toThrow(/^silent does not say/);
  });
});

describe('the house’s own', () => {
  const bill = billOfMaterials(lock);

  it('has every package of the lock file that is not for development alone', () => {
    const listed = new Set(bill.components.map(({ name, version }) => `${name}@${version}`));
    const wanted = Object.entries(lock.packages)
      .filter(([path, { dev }]) => path !== '' && !dev)
      .map(([path, { name, version }]) => `${name ?? path.split('node_modules/').at(-1)}@${version}`);
    expect(wanted.filter((one) => !listed.has(one))).toEqual([]);
    expect(listed).toEqual(new Set(wanted));
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    for (const [name, version] of Object.entries(dependencies))
      expect(listed).toContain(`${name}@${version}`);
  });

  it('has nothing under the GPL or AGPL but the ffmpeg that docs/licences.md tells of', () => {
    const bound = bill.components
      .filter(({ licenses }) => /(?<!L)GPL/.test(JSON.stringify(licenses)))
      .map(({ name }) => name.replace(/^@remotion\/compositor-.*/, 'ffmpeg'));
    expect(new Set(bound)).toEqual(new Set(['ffmpeg']));
  });
});
