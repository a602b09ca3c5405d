/**
 * Runs in the cage and tries what a decoder that was taken over would try. Writes what became of it as JSON: `done`, or
 * the code of the error that it met.
 */
import { spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { Worker } from 'node:worker_threads';

const { folder, secret, port } = JSON.parse(process.argv[2] ?? '') as Record<string, string>;

async function fate(attempt: () => unknown): Promise<string> {
  try {
    await attempt();
    return 'done';
  } catch (error) {
    const { code, cause, message } = error as { code?: string; cause?: { code?: string }; message: string };
    return code ?? cause?.code ?? message;
  }
}

const fates = {
  readPasswords: await fate(() => readFileSync('/etc/passwd')),
  readSecret: await fate(() => readFileSync(String(secret))),
  listData: await fate(() => readdirSync(String(folder))),
  readEnvironment: await fate(() => readFileSync(`/proc/${process.ppid}/environ`)),
  write: await fate(() => writeFileSync(`${folder}/written`, 'x')),
  start: await fate(() => {
    const { error } = spawnSync('/bin/sh', ['-c', ':']);
    if (error) throw error;
  }),
  thread: await fate(() => new Worker('', { eval: true })),
  connect: await fate(() => once(connect(Number(port), '127.0.0.1'), 'connect')),
  listen: await fate(() => once(createServer().listen(0, '127.0.0.1'), 'listening')),
  send: await fate(async () => {
    const socket = createSocket('udp4');
    await new Promise<void>((resolve, reject) =>
      socket.send('x', Number(port), '127.0.0.1', (error) => (error ? reject(error) : resolve())),
    );
  }),
  fetch: await fate(() => fetch(`http://127.0.0.1:${port}/`)),
};
const told = { fates, variables: Object.keys(process.env), uid: process.getuid?.() };
writeSync(1, JSON.stringify(told));
process.exit(0);
