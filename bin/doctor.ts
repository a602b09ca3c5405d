/**
 * `npm run doctor`: looks at this machine and says, for each thing that StoryShort needs or can use, whether it is there
 * and what mends it. Changes nothing; ends with 1 where something is to be mended.
 */
import { parseArgs } from 'node:util';
import { EnvError, readEnv } from '#jobs/env.server.ts';
import { examine, examineHouse } from './doctor/examination';
import { type Finding, fault } from './doctor/finding';
import { findingLines, summaryOf, withoutSecrets } from './doctor/told-findings';
import { failClearly } from './host/fail-clearly';

async function main(): Promise<void> {
  const { json = false, ask = false } = readOrder(process.argv.slice(2));
  const findings = await examineAll(ask);
  process.stdout.write(
    json
      ? `${JSON.stringify({ findings }, null, 2)}\n`
      : `${findingLines(findings).join('\n')}\n\n${summaryOf(findings)}\n`,
  );
  process.exit(findings.some(({ state }) => state === 'fault') ? 1 : 0);
}

function readOrder(args: string[]): { json?: boolean; ask?: boolean } {
  try {
    return parseArgs({ args, options: { json: { type: 'boolean' }, ask: { type: 'boolean' } } }).values;
  } catch (error) {
    throw new Error('Usage: npm run doctor [-- --json] [--ask]', { cause: error });
  }
}

/** Settings that are not understood say nothing of the rest, which then is not looked at. */
async function examineAll(isAsking: boolean): Promise<Finding[]> {
  try {
    const env = readEnv();
    return (await examine(env, isAsking)).map((finding) => withoutSecrets(finding, env.secrets));
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    const [, ...lines] = error.message.split('\n');
    const faults = lines.map((line) =>
      fault('settings', `${line.trim()}.`, 'mend it; .env.example says what it means'),
    );
    return [...(await examineHouse()), ...faults];
  }
}

main().catch(failClearly);
