/**
 * `npm run voices`: neural voices of this machine. Lists what is installed and what can be had; `add <name>…` fetches
 * models, and the engine with the first one; `remove <name>…` takes them away; `engine` installs the engine alone,
 * for models that were put into the folder by hand.
 */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ProgressBar } from '#bin/host/progress-bar.ts';
import { openVoiceShelf, type VoiceShelf, voicesFolder } from '#jobs/providers/sherpa/voice-shelf.server.ts';
import { download } from './download';
import type { OfferedModel } from './offered-models';
import { unpack } from './unpack';
import { ENGINE_WORDS, installEngine } from './voice-engine';
import { voiceTable } from './voice-table';

const USAGE = 'Usage: npm run voices [-- add <name>… | remove <name>… | engine]';

export interface VoicesTools {
  dataDir: string;
  /** Address below which the archives lie. */
  mirror: string;
  /** What `add` knows. */
  offered: readonly OfferedModel[];
  /** To which it says what it does. */
  out: NodeJS.WriteStream;
}

const say = (out: VoicesTools['out'], line: string): void => {
  out.write(`${line}\n`);
};

/** @param args as they were typed. @throws Error in words for whoever typed them */
export async function runVoices(args: readonly string[], tools: VoicesTools): Promise<void> {
  const [order, ...names] = args;
  const shelf = openVoiceShelf(voicesFolder(tools.dataDir));
  if (order === undefined) return list(shelf, tools);
  if (order === 'engine' && names.length === 0) return ensureEngine(shelf, tools);
  if ((order !== 'add' && order !== 'remove') || names.length === 0) throw new Error(USAGE);
  for (const name of names) {
    if (order === 'add') await add(shelf, name, tools);
    else await remove(shelf, name, tools);
  }
  if (order === 'add') await ensureEngine(shelf, tools);
}

async function list(shelf: VoiceShelf, { offered, out }: VoicesTools): Promise<void> {
  const entries = await shelf.entries();
  say(out, `${shelf.folder}\n`);
  for (const line of voiceTable(entries, offered)) say(out, line);
  if (entries.length > 0 && (await shelf.engine()) === null) {
    say(out, `\nNone can speak yet: ${ENGINE_WORDS} is not installed. “npm run voices -- engine” does it.`);
  }
}

async function add(shelf: VoiceShelf, name: string, { offered, mirror, out }: VoicesTools): Promise<void> {
  const model = offered.find((each) => each.name === name);
  if (!model) {
    const names = offered.map((each) => each.name).join(', ');
    throw new Error(
      `There is no model called “${name}” in the list. One of: ${names}. Any other one goes into ${shelf.folder} by hand, as a folder of its own.`,
    );
  }
  if ((await shelf.entries()).some((entry) => entry.name === name))
    return say(out, `${name} is there already.`);
  const work = join(shelf.folder, '.downloads');
  await mkdir(work, { recursive: true });
  const archive = join(work, `${name}.tar.bz2`);
  await fetchArchive(model, `${mirror}/${name}.tar.bz2`, archive, out);
  say(out, `Unpacking ${name} …`);
  await unpack(archive, join(shelf.folder, name), join(work, name));
  await rm(archive);
  say(out, `${name} is installed (${model.licence}).`);
}

async function fetchArchive(
  { name, bytes, sha256 }: OfferedModel,
  url: string,
  outFile: string,
  out: VoicesTools['out'],
): Promise<void> {
  const bar = new ProgressBar(out);
  const onBytes = (come: number) =>
    bar.show(Math.min(100, Math.floor((come / bytes) * 100)), `${name}, ${Math.round(bytes / 1e6)} MB`);
  await download({ url, outFile, sha256, bytes }, { onBytes }).finally(() => bar.end());
}

async function remove(shelf: VoiceShelf, name: string, { out }: VoicesTools): Promise<void> {
  if (!(await shelf.entries()).some((entry) => entry.name === name)) {
    throw new Error(`There is no model called “${name}” in ${shelf.folder}.`);
  }
  await rm(join(shelf.folder, name), { recursive: true });
  say(out, `${name} is removed. Films that it has spoken stay as they are.`);
}

async function ensureEngine(shelf: VoiceShelf, { out }: VoicesTools): Promise<void> {
  if (await shelf.engine()) return say(out, 'The engine is there.');
  say(out, `Installing ${ENGINE_WORDS} …`);
  await installEngine(shelf.folder);
  if (!(await shelf.engine())) throw new Error('The engine was installed, but cannot be found.');
  say(out, 'The engine is installed. Its voices are on the form from now on.');
}
