/** `npm run voices`: see `voices/voices-command.ts`. */
import { readEnv } from '#jobs/env.server.ts';
import { failClearly } from './host/fail-clearly';
import { OFFERED_MODELS } from './voices/offered-models';
import { runVoices } from './voices/voices-command';

async function main(): Promise<void> {
  const { DATA_DIR: dataDir, VOICES_MIRROR: mirror } = readEnv();
  await runVoices(process.argv.slice(2), { dataDir, mirror, offered: OFFERED_MODELS, out: process.stdout });
}

main().catch(failClearly);
