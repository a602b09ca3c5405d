/**
 * `npm run studio [-- <videoId>]`: Remotion Studio on the sample story, which needs nothing else to run, or on
 * a video of one's own.
 */
import { spawn } from 'node:child_process';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDb } from '#jobs/db/client.server.ts';
import { findVideo } from '#jobs/db/videos.server.ts';
import { type Env, readEnv } from '#jobs/env.server.ts';
import { placeDrawings } from '#jobs/render/drawings.server.ts';
import { placeFonts } from '#jobs/render/fonts/font-files.server.ts';
import { startAssetServer } from '#jobs/storage/asset-server.server.ts';
import { openStorage } from '#jobs/storage/open-storage.server.ts';
import { storyPropsOf } from '#jobs/story/film/film-props.ts';
import { TYPESCRIPT_LOADER } from '#jobs/threads/typescript-loader.ts';
import type { StoryProps } from '#remotion/contract/story-props.ts';
import { acquireDatabase } from './database/database';
import { failClearly } from './host/fail-clearly';
import { stopRequest } from './host/stop-request';
import { ROOT } from './setup/install.mjs';

const PORT = '4100';
/** The Studio serves files and runs what it is told to: nobody else's machine has business there. */
const LOOPBACK_ONLY = new URL('./host/loopback-only.ts', import.meta.url).href;

async function main(): Promise<void> {
  const stopAsked = stopRequest();
  const videoId = process.argv[2];
  const args = ['studio', 'remotion/index.ts', `--port=${PORT}`, '--no-open'];
  const publicDir = await preparePublicFolder();
  args.push(`--public-dir=${publicDir}`);
  const own = videoId ? await openVideo(readEnv(), videoId) : null;
  if (own) args.push(`--props=${own.propsFile}`);
  process.stdout.write(`Remotion Studio: http://127.0.0.1:${PORT}\n`);
  const remotion = join(ROOT, 'node_modules', '@remotion', 'cli', 'remotion-cli.js');
  const before = ['--import', TYPESCRIPT_LOADER, '--import', LOOPBACK_ONLY];
  const child = spawn(process.execPath, [...before, remotion, ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    detached: true,
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await Promise.race([stopAsked, ended]);
  child.kill('SIGTERM');
  await own?.close();
  process.exit(child.exitCode ?? 0);
}

/** The one folder that the Studio serves: the sample's assets, and all fonts, some of which lie in packages. */
async function preparePublicFolder(): Promise<string> {
  const folder = join(readEnv().DATA_DIR, 'run', 'studio');
  await rm(folder, { recursive: true, force: true });
  await cp(join(ROOT, 'public', 'sample'), join(folder, 'sample'), { recursive: true });
  await placeFonts(folder);
  await placeDrawings(folder);
  return folder;
}

/** Serves a video's assets and writes its props where the Studio reads them. */
async function openVideo(env: Env, videoId: string): Promise<{ propsFile: string; close(): Promise<void> }> {
  const database = await acquireDatabase(env);
  const db = openDb(database.url);
  const storage = await openStorage(env);
  const assets = await startAssetServer((key) => storage.localPath(key));
  const close = async () => {
    await assets.close();
    await db.$disconnect();
    await database.release();
  };
  const props = await readProps(db, videoId, assets.urlOf).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  const folder = join(env.DATA_DIR, 'run');
  await mkdir(folder, { recursive: true });
  const propsFile = join(folder, `studio-${videoId}.json`);
  await writeFile(propsFile, JSON.stringify(props));
  return { propsFile, close };
}

async function readProps(
  db: ReturnType<typeof openDb>,
  videoId: string,
  urlOf: (key: string) => string,
): Promise<StoryProps> {
  const video = await findVideo(db, videoId);
  if (!video) throw new Error(`There is no video ${videoId}.`);
  const props = storyPropsOf(video, urlOf);
  if (!props) throw new Error('This video has no voices yet. Wait until they are made, then open it again.');
  return props;
}

main().catch(failClearly);
