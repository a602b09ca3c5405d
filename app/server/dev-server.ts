/** Vite inside our own server while developing: pages reload as their files change. */
import type { Server } from 'node:http';
import type { ServerBuild } from '@remix-run/node';
import type { RequestHandler } from 'express';

export interface DevServer {
  middleware: RequestHandler;
  /** The pages as their files are now. */
  loadBuild: () => Promise<ServerBuild>;
  close: () => Promise<void>;
}

/**
 * @param root the project's folder, with `vite.config.ts`.
 * @param server carries the reload socket, so that one port serves everything.
 */
export async function startDevServer(root: string, server: Server): Promise<DevServer> {
  // Only development has Vite at hand; the built server must start without it.
  const { createServer } = await import('vite');
  const vite = await createServer({ root, server: { middlewareMode: { server }, hmr: { server } } });
  return {
    middleware: vite.middlewares,
    loadBuild: async () => (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild,
    close: () => vite.close(),
  };
}
