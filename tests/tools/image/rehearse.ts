/**
 * Goes through the Dockerfile step by step without Docker, in folders that stand for its stages, then starts what came
 * of it as a container would: as its user, with a read-only disk but for /data and /tmp. Makes a film by the API on
 * loopback, asks the health check, and ends it as an orchestrator does. Takes Linux, its administrator, debootstrap, and
 * a few minutes; what is fetched comes from Debian and npm.
 *
 *     node --import tsx tests/tools/image/rehearse.ts <folder for about 6 GB>
 */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdir, readFile, realpath, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { ApiClient } from '#bin/client/api-client.ts';
import { transitionLine, watchVideo } from '#bin/client/watch-video.ts';
import { ROOT } from '#bin/setup/install.mjs';
import { SAMPLE_STORIES } from '#jobs/story/order/sample-stories.ts';
import { copyTree, FETCHING, type Inside, makeBase, runInside, signalInside, startInside } from './chroot';
import { filledIn, ignoredBy, pairsOf, readDockerfile, type Stage } from './dockerfile';

const run = promisify(execFile);
const PORT = 4173;
const say = (line: string) => process.stdout.write(`${line}\n`);

/** What a container of the last stage is started with. */
interface Image extends Inside {
  user: string;
  command: string[];
  healthCheck: string[];
}

async function main(): Promise<void> {
  const [given] = process.argv.slice(2);
  if (!given || process.getuid?.() !== 0) {
    throw new Error('Usage, as root: node --import tsx tests/tools/image/rehearse.ts <folder>');
  }
  const folder = resolve(given);
  await mkdir(folder, { recursive: true });
  const base = join(folder, 'base');
  const npm = await realpath((await run('sh', ['-c', 'command -v npm'])).stdout.trim());
  await makeBase(base, { node: process.execPath, npm: dirname(dirname(npm)) });
  const image = await buildStages(folder, base);
  await startAndMakeFilm(folder, image);
  say('All steps of the image went well.');
}

async function buildStages(folder: string, base: string): Promise<Image> {
  const stages = readDockerfile(await readFile(join(ROOT, 'Dockerfile'), 'utf8'));
  const isIgnored = ignoredBy(await readFile(join(ROOT, '.dockerignore'), 'utf8'));
  const { stdout } = await run('git', ['ls-files'], { cwd: ROOT, maxBuffer: 2 ** 26 });
  const context = join(folder, 'context');
  await rm(context, { recursive: true, force: true });
  for (const file of stdout.split('\n').filter((name) => name !== '' && !isIgnored(name))) {
    await mkdir(dirname(join(context, file)), { recursive: true });
    await run('cp', ['--preserve=mode', join(ROOT, file), join(context, file)]);
  }
  const named = new Map<string, Image>();
  let image: Image | null = null;
  for (const [index, stage] of stages.entries()) {
    const root = join(folder, `stage-${index}`);
    const before = named.get(stage.base);
    await copyTree(before?.root ?? base, root);
    image = await buildStage(stage, { ...(before ?? BARE), root }, (name) =>
      name ? named.get(name)?.root : context,
    );
    if (stage.name) named.set(stage.name, image);
  }
  if (!image) throw new Error('The Dockerfile has no stage.');
  return image;
}

/** What an image of somebody else's leaves to ours. */
const BARE = { workdir: '/', env: {}, user: '0:0', command: [], healthCheck: [] };

async function buildStage(
  stage: Stage,
  before: Image,
  sourceOf: (stage: string | undefined) => string | undefined,
): Promise<Image> {
  const image = { ...before };
  const { root } = image;
  const variables: Record<string, string> = {};
  let entry: readonly string[] = [];
  for (const instruction of stage.instructions) {
    const { keyword, text, flags, exec, line } = instruction;
    say(`${stage.name ?? 'last'}  ${keyword} ${text}`);
    if (keyword === 'ARG') Object.assign(variables, pairsOf(instruction));
    else if (keyword === 'ENV') image.env = { ...image.env, ...pairsOf(instruction) };
    else if (keyword === 'USER') image.user = text;
    else if (keyword === 'ENTRYPOINT') entry = exec ?? [];
    else if (keyword === 'CMD') image.command = [...entry, ...(exec ?? [])];
    else if (keyword === 'HEALTHCHECK') image.healthCheck = [...(exec ?? [])];
    else if (keyword === 'WORKDIR') {
      image.workdir = text;
      await mkdir(join(root, text), { recursive: true });
    } else if (keyword === 'RUN') {
      await runInside({ ...image, env: { ...image.env, ...FETCHING } }, [
        'sh',
        '-c',
        filledIn(text, variables),
      ]);
    } else if (keyword === 'COPY') {
      const source = sourceOf(flags.from);
      if (!source) throw new Error(`Line ${line}: there is no stage ${flags.from}.`);
      await copyInto(source, join(root, image.workdir), text.split(' '));
    }
  }
  return image;
}

/** As COPY does: of a folder its contents. */
async function copyInto(source: string, workdir: string, words: readonly string[]): Promise<void> {
  const target = join(workdir, words.at(-1) ?? '.');
  for (const name of words.slice(0, -1)) {
    const from = join(source, name);
    const isFolder = (await stat(from)).isDirectory();
    await mkdir(target, { recursive: true });
    await run('cp', ['--archive', isFolder ? `${from}/.` : from, `${target}/`]);
  }
}

async function startAndMakeFilm(folder: string, image: Image): Promise<void> {
  const data = join(folder, 'data');
  await rm(data, { recursive: true, force: true });
  await mkdir(data);
  const [uid = 0, gid = 0] = image.user.split(':').map(Number);
  await chown(data, uid, gid);
  // On loopback nobody has to come in first; a container would be told the same by --env.
  const env = { ...image.env, HOST: '127.0.0.1', PORT: String(PORT), LOG_LEVEL: 'warn' };
  const container = startInside({ ...image, env, volume: `${data}:/data` }, image.command);
  const startedAt = performance.now();
  let said = '';
  const ready = new Promise<void>((isReady, failed) => {
    for (const stream of [container.stdout, container.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        process.stdout.write(chunk);
        said += chunk.toString();
        if (said.includes('StoryShort is ready')) isReady();
      });
    }
    container.once('exit', (code) => failed(new Error(`It ended with ${code} before it was ready.`)));
  });
  await ready;
  say(`Ready after ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
  if (/Building|Installing/.test(said))
    throw new Error('The start builds or installs what the image should hold.');
  await makeFilm();
  await runInside({ ...image, env }, image.healthCheck);
  say('The health check is content.');
  const ended = once(container, 'exit');
  await signalInside(container, 'SIGTERM');
  const [code] = await ended;
  if (code !== 0) throw new Error(`It ended with ${code} when it was asked to.`);
  const [, , ...doctor] = image.command.with(-1, 'doctor');
  say(await runInside({ ...image, env, volume: `${data}:/data` }, doctor));
}

async function makeFilm(): Promise<void> {
  const api = new ApiClient(`http://127.0.0.1:${PORT}`);
  const [sample] = SAMPLE_STORIES;
  if (!sample) throw new Error('There is no sample story.');
  const videoId = await api.createVideo({ story: sample.story, title: sample.title }, crypto.randomUUID());
  const end = await watchVideo(api, videoId, () => {}, { onTransition: (way) => say(transitionLine(way)) });
  if (end.status !== 'completed' || !end.videoUrl)
    throw new Error(`The video ended as ${end.status}: ${end.stage}`);
  const film = await fetch(api.urlOf(end.videoUrl));
  say(`The film has ${((await film.arrayBuffer()).byteLength / 1e6).toFixed(1)} MB.`);
}

await main();
