/** Tools called as a model's program calls them, and what comes of it. */
import type { CallToolResult, Client, Progress, RequestOptions } from '@modelcontextprotocol/client';

/** As far as tests read it. */
// biome-ignore lint/suspicious/noExplicitAny: answers are held by their own schemas, which the client checks.
export type Structured = Record<string, any>;

export interface Called {
  structured: Structured;
  text: string;
  result: CallToolResult;
}

/** Calls a tool; the client holds what it answers against its schema. */
export async function callTool(
  client: Client,
  name: string,
  given: Record<string, unknown> = {},
  options: RequestOptions = {},
): Promise<Called> {
  const result = await client.callTool({ name, arguments: given }, options);
  const [first] = result.content;
  return {
    structured: (result.structuredContent ?? {}) as Structured,
    text: first?.type === 'text' ? first.text : '',
    result,
  };
}

/** The same, of what must have gone well. */
export async function answered(
  client: Client,
  name: string,
  given: Record<string, unknown> = {},
  options: RequestOptions = {},
): Promise<Called> {
  const called = await callTool(client, name, given, options);
  if (called.result.isError) throw new Error(`${name}: ${called.text}`);
  return called;
}

/** Follows a film while `work` is done. @returns it, and all that was told on the way */
export async function followWhile(
  client: Client,
  videoId: string,
  work: () => Promise<unknown>,
): Promise<{ film: Structured; told: Progress[] }> {
  const told: Progress[] = [];
  let begun = () => {};
  const isFollowed = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const following = answered(
    client,
    'follow_film',
    { videoId, seconds: 600 },
    {
      timeout: 600_000,
      onprogress: (progress) => {
        told.push(progress);
        begun();
      },
    },
  );
  await Promise.race([isFollowed, following]);
  await work();
  return { film: (await following).structured, told };
}
