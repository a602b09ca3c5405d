import { describe, expect, it } from 'vitest';
import { readEnv } from '#jobs/env.server.ts';
import { openLog } from '#jobs/work/watching/house-log.server.ts';

const KEY = 'sk-log-canary-"quoted"\\slashed';

function logWith(variables: Record<string, string>) {
  const lines: string[] = [];
  const log = openLog('worker', readEnv(variables), { write: (line) => lines.push(line) });
  return { log, lines };
}

describe('the log', () => {
  it('is a line of JSON for each event', () => {
    const { log, lines } = logWith({});
    log.info({ videoId: 'v' }, 'One.');
    log.child({ attempt: 2 }).warn({ err: new Error('broken') }, 'Two.');
    const told = lines.map((line) => JSON.parse(line));
    expect(told).toMatchObject([
      { process: 'worker', level: 30, videoId: 'v', msg: 'One.' },
      { process: 'worker', level: 40, attempt: 2, msg: 'Two.', err: { message: 'broken' } },
    ]);
    expect(lines.every((line) => line.endsWith('\n') && line.indexOf('\n') === line.length - 1)).toBe(true);
  });

  it('has no secret of the environment in it, wherever it came from', () => {
    const { log, lines } = logWith({
      OPENAI_API_KEY: KEY,
      DATABASE_URL: 'postgres://me:pass%40word@localhost/x',
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20four-words',
    });
    const cause = new Error('postgres://me:pass%40word@localhost/x refused four-words');
    log.error(
      { err: new Error(`sent with ${KEY}`, { cause }), headers: { authorization: `Bearer ${KEY}` } },
      KEY,
    );
    log.child({ [KEY]: 'pass@word' }).error(`Twice: ${KEY} ${KEY}`);
    const text = lines.join('');
    for (const secret of [KEY, JSON.stringify(KEY).slice(1, -1), 'pass%40word', 'pass@word', 'four-words'])
      expect(text).not.toContain(secret);
    expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['…', 'Twice: … …']);
  });

  it('does not take short words for secrets', () => {
    const { log, lines } = logWith({ DATABASE_URL: 'postgres://me:level@localhost/x' });
    log.info('On this level.');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 30, msg: 'On this level.' });
  });
});
