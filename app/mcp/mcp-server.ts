/** StoryShort for models: one server by the Model Context Protocol, whichever way it is reached. */
import { McpServer } from '@modelcontextprotocol/server';
import { registerFilmResources } from './film-resources';
import { annotationsOf, type McpTool, type ToldProgress, toolCall } from './mcp-tool';
import { AccessFault, type SiteAccess } from './site-access';
import { toldSchema } from './told-schema';
import { answerResult, faultResult } from './tool-result';
import { TOOLS } from './tools/all-tools';

const INSTRUCTIONS = [
  'StoryShort turns a story into a vertical short film with voice, pictures, captions and music.',
  'The usual way: make_film with the story, then follow_film until it is finished.',
  'To look before anything is made or paid for: estimate_film, then make_film with review “storyboard”, follow_film until it waits, read_storyboard and show_scene, edit_storyboard, plan_film, then update_film and follow_film.',
  'To change a finished film: edit_storyboard, plan_film, update_film, follow_film.',
  'What goes wrong says why and what to do next.',
].join('\n');

/**
 * A server that asks a site as whoever uses it may. It serves one connection, or one request.
 * @param version of this StoryShort
 */
export function createMcpServer(site: SiteAccess, version: string): McpServer {
  const server = new McpServer(
    { name: 'storyshort', title: 'StoryShort', version },
    // What is offered stays as it is.
    {
      capabilities: { tools: { listChanged: false }, resources: { listChanged: false } },
      instructions: INSTRUCTIONS,
    },
  );
  for (const tool of TOOLS) registerTool(server, tool, site);
  registerFilmResources(server, site);
  return server;
}

function registerTool(server: McpServer, tool: McpTool, site: SiteAccess): void {
  const { name, title, description, input, output, answer } = tool;
  server.registerTool(
    name,
    {
      ...{ title, description },
      inputSchema: toldSchema(input, 'input'),
      outputSchema: toldSchema(output, 'output'),
      annotations: annotationsOf(tool),
    },
    async (given, { mcpReq: { _meta, signal, notify } }) => {
      const progressToken = _meta?.progressToken;
      const tell = async (progress: ToldProgress) => {
        if (progressToken === undefined) return;
        await notify({ method: 'notifications/progress', params: { progressToken, ...progress } });
      };
      try {
        return answerResult(await answer(toolCall({ site, given, signal, tell })), site);
      } catch (thrown) {
        if (thrown instanceof AccessFault) return faultResult(thrown.told);
        throw thrown;
      }
    },
  );
}
