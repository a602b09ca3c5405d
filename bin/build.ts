/** `npm run build`: the site as it is served. `npm start` and the tests in the browser do this by themselves. */
import { failClearly } from './host/fail-clearly';
import { noArguments } from './quality/no-arguments';
import { buildApp } from './setup/build-app';

async function main(): Promise<void> {
  noArguments('build', process.argv.slice(2));
  await buildApp();
  process.stdout.write('The site is built, in build/.\n');
}

main().catch(failClearly);
