/** What tools answer, and what is wrong, as clients are given it. Pure. */
import type { CallToolResult } from '@modelcontextprotocol/server';
import type { ToolAnswer } from './mcp-tool';
import type { SiteAccess, ToldFault } from './site-access';

/** An answer with addresses that can be opened from elsewhere. */
export function answerResult({ structured, text, more = [] }: ToolAnswer, site: SiteAccess): CallToolResult {
  return {
    content: [{ type: 'text', text }, ...more],
    structuredContent: withAddresses(structured, site) as Record<string, unknown>,
  };
}

/** What was not done and why, for a model to act upon: a result, since a fault of the protocol is not shown to it. */
export function faultResult(fault: ToldFault): CallToolResult {
  const { code, detail, hint, retryable, errors = [], parts = [] } = fault;
  const lines = [
    `${detail} ${hint}`,
    ...(errors.length > 1 ? errors.map(fieldLine) : []),
    ...(parts.length > 0 ? [`Changed meanwhile: ${parts.join(', ')}.`] : []),
    `(${code}${retryable ? '; the same call may succeed later' : ''})`,
  ];
  return {
    isError: true,
    content: [{ type: 'text', text: lines.join('\n') }],
    structuredContent: {
      ...{ code, message: detail, hint, retryable },
      ...(errors.length > 0 && { errors }),
      ...(parts.length > 0 && { parts }),
    },
  };
}

function fieldLine({ field, detail, hint }: NonNullable<ToldFault['errors']>[number]): string {
  return `- ${field}: ${detail}${hint === undefined ? '' : ` ${hint}`}`;
}

/** Paths of the site become addresses wherever a part is called `url`, or something that ends so. */
export function withAddresses(part: unknown, site: Pick<SiteAccess, 'addressOf'>): unknown {
  if (Array.isArray(part)) return part.map((one) => withAddresses(one, site));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [
      name,
      typeof value === 'string' && /^url$|Url$/.test(name) && value.startsWith('/')
        ? site.addressOf(value)
        : withAddresses(value, site),
    ]),
  );
}
