/** Where the site speaks the Model Context Protocol, by streamable HTTP. */
export const MCP_PATH = '/mcp';
