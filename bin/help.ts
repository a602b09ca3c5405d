/** `npm run help`: every command, how it is called, and what it does. */
import { COMMANDS } from './commands.mjs';

/** `start` and `test` are npm's own words. */
const called = (name: string) => (['start', 'test'].includes(name) ? `npm ${name}` : `npm run ${name}`);
const rows = Object.entries(COMMANDS).map(([name, { usage, does }]) => [
  usage ? `${called(name)} -- ${usage}` : called(name),
  does,
]);
const width = Math.max(...rows.map(([call = '']) => call.length));
for (const [call = '', does] of rows) process.stdout.write(`${call.padEnd(width)}  ${does}\n`);
