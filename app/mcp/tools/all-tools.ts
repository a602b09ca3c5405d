import type { McpTool } from '#app/mcp/mcp-tool.ts';
import { HOUSE_TOOLS } from './house-tools';
import { LIBRARY_TOOLS } from './library-tools';
import { MAKING_TOOLS } from './making-tools';
import { POSTING_TOOLS } from './posting-tools';
import { STORYBOARD_TOOLS } from './storyboard-tools';

/** All that a model may do, in the order in which it is mostly done. */
export const TOOLS: readonly McpTool[] = [
  ...MAKING_TOOLS,
  ...STORYBOARD_TOOLS,
  ...LIBRARY_TOOLS,
  ...POSTING_TOOLS,
  ...HOUSE_TOOLS,
];
