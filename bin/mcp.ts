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
import { readSiteAddress } from './storyshort/site-address';

async function main(): Promise<void> {
  const env = readEnv();
  const site = remoteSite(readSiteAddress(undefined, env), env.STORYSHORT_TOKEN);
  serveStdio(() => createMcpServer(site, house.version), {
    onerror: (error) => process.stderr.write(`${error.message}\n`),
  });
}

main().catch(failClearly);
