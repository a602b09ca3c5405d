/** `npm run sbom`: the packages of a running StoryShort, with their licences, as CycloneDX on standard output. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failClearly } from './host/fail-clearly';
import { billOfMaterials } from './quality/bill-of-materials';
import { noArguments } from './quality/no-arguments';
import { ROOT } from './setup/install.mjs';

async function main(): Promise<void> {
  noArguments('sbom', process.argv.slice(2));
  const lock = JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8'));
  process.stdout.write(`${JSON.stringify(billOfMaterials(lock), null, 2)}\n`);
}

main().catch(failClearly);
