/** The protocol's official client, by each way in which models' programs connect. */
import { join } from 'node:path';
import {
  Client,
  StreamableHTTPClientTransport,
  type VersionNegotiationMode,
} from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { TYPESCRIPT_LOADER } from '#jobs/threads/typescript-loader.ts';

const NAME = { name: 'storyshort-tests', version: '1' };

/** By streamable HTTP. @param mode `legacy` speaks as clients did before revisions were negotiated */
export async function connectByHttp(
  port: number,
  { token, mode = 'auto' }: { token?: string; mode?: VersionNegotiationMode } = {},
): Promise<Client> {
  const client = new Client(NAME, { versionNegotiation: { mode } });
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  await client.connect(
    new StreamableHTTPClientTransport(new URL(`http://127.0.0.1:${port}/mcp`), { requestInit: { headers } }),
  );
  return client;
}

/** A process of its own that is spoken to by standard input and output. */
export interface StdioConnection {
  client: Client;
  /** What it wrote to standard error. */
  complaints(): string;
  /** What came on standard output and is no message. */
  faults: Error[];
}

export async function connectByStdio(
  env: Record<string, string>,
  mode: VersionNegotiationMode = 'auto',
): Promise<StdioConnection> {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: ['--import', TYPESCRIPT_LOADER, join(process.cwd(), 'bin/mcp.ts')],
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', ...env },
    stderr: 'pipe',
  });
  let said = '';
  transport.stderr?.on('data', (chunk) => {
    said += String(chunk);
  });
  const client = new Client(NAME, { versionNegotiation: { mode } });
  const faults: Error[] = [];
  client.onerror = (error) => faults.push(error);
  await client.connect(transport);
  return { client, complaints: () => said, faults };
}
