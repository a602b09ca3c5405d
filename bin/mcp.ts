/**
 * `npm run mcp`: a running StoryShort for a model's program, by the Model Context Protocol over standard input and
 * output, on which nothing else is written.
 */
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { createMcpServer } from '#app/mcp/mcp-server.ts';
import { readEnv } from '#jobs/env.server.ts';
import house from '#package.json' with { type: 'json' };
import { remoteSite } from './client/remote-site';
import { failClearly } from './host/fail-clearly';

async function main(): Promise<void> {
  const { HOST, PORT, STORYSHORT_URL, STORYSHORT_TOKEN } = readEnv();
  const here = `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`;
  const site = remoteSite(STORYSHORT_URL ?? here, STORYSHORT_TOKEN);
  serveStdio(() => createMcpServer(site, house.version), {
    onerror: (error) => process.stderr.write(`${error.message}\n`),
  });
}

main().catch(failClearly);
