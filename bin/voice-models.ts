/**
 * `npm run voices`: neural voices of this machine. Lists what is installed and what can be had; `add <name>…` fetches
 * models, and the engine with the first one; `remove <name>…` takes them away; `engine` installs the engine alone,
 * for models that were put into the folder by hand.
 */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readEnv } from '#jobs/env.server.ts';
import { openVoiceShelf, type VoiceShelf, voicesFolder } from '#jobs/providers/sherpa/voice-shelf.server.ts';
import { failClearly } from './host/fail-clearly';
import { ProgressBar } from './host/progress-bar';
import { download } from './voices/download';
import { OFFERED_MODELS, type OfferedModel } from './voices/offered-models';
import { unpack } from './voices/unpack';
import { ENGINE_WORDS, installEngine } from './voices/voice-engine';
import { voiceTable } from './voices/voice-table';

const USAGE = 'Usage: npm run voices [-- add <name>… | remove <name>… | engine]';
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function main(): Promise<void> {
  const [order, ...names] = process.argv.slice(2);
  const { DATA_DIR, VOICES_MIRROR } = readEnv();
  const shelf = openVoiceShelf(voicesFolder(DATA_DIR));
  if (order === undefined) return list(shelf);
  if (order === 'engine' && names.length === 0) return ensureEngine(shelf);
  if ((order !== 'add' && order !== 'remove') || names.length === 0) throw new Error(USAGE);
  for (const name of names) {
    if (order === 'add') await add(shelf, name, VOICES_MIRROR);
    else await remove(shelf, name);
  }
  if (order === 'add') await ensureEngine(shelf);
}

async function list(shelf: VoiceShelf): Promise<void> {
  const entries = await shelf.entries();
  say(`${shelf.folder}\n`);
  for (const line of voiceTable(entries, OFFERED_MODELS)) say(line);
  if (entries.length > 0 && (await shelf.engine()) === null) {
    say(`\nNone can speak yet: ${ENGINE_WORDS} is not installed. “npm run voices -- engine” does it.`);
  }
}

async function add(shelf: VoiceShelf, name: string, mirror: string): Promise<void> {
  const model = OFFERED_MODELS.find((each) => each.name === name);
  if (!model) {
    const offered = OFFERED_MODELS.map((each) => each.name).join(', ');
    throw new Error(
      `There is no model called “${name}” in the list. One of: ${offered}. Any other one goes into ${shelf.folder} by hand, as a folder of its own.`,
    );
  }
  if ((await shelf.entries()).some((entry) => entry.name === name)) return say(`${name} is there already.`);
  const work = join(shelf.folder, '.downloads');
  await mkdir(work, { recursive: true });
  const archive = join(work, `${name}.tar.bz2`);
  await fetchArchive(model, `${mirror}/${name}.tar.bz2`, archive);
  say(`Unpacking ${name} …`);
  await unpack(archive, join(shelf.folder, name), join(work, name));
  await rm(archive);
  say(`${name} is installed (${model.licence}).`);
}

async function fetchArchive(
  { name, bytes, sha256 }: OfferedModel,
  url: string,
  outFile: string,
): Promise<void> {
  const bar = new ProgressBar(process.stdout);
  const onBytes = (come: number) =>
    bar.show(Math.min(100, Math.floor((come / bytes) * 100)), `${name}, ${Math.round(bytes / 1e6)} MB`);
  await download({ url, outFile, sha256, bytes }, { onBytes }).finally(() => bar.end());
}

async function remove(shelf: VoiceShelf, name: string): Promise<void> {
  if (!(await shelf.entries()).some((entry) => entry.name === name)) {
    throw new Error(`There is no model called “${name}” in ${shelf.folder}.`);
  }
  await rm(join(shelf.folder, name), { recursive: true });
  say(`${name} is removed. Films that it has spoken stay as they are.`);
}

async function ensureEngine(shelf: VoiceShelf): Promise<void> {
  if (await shelf.engine()) return say('The engine is there.');
  say(`Installing ${ENGINE_WORDS} …`);
  await installEngine(shelf.folder);
  if (!(await shelf.engine())) throw new Error('The engine was installed, but cannot be found.');
  say('The engine is installed. Its voices are on the form from now on.');
}

main().catch(failClearly);
