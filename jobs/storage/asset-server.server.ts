import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';

/** Serves stored files to the render browser, on loopback alone. */
export interface AssetServer {
  /** URL at which a stored file is found. */
  urlOf(key: string): string;
  close(): Promise<void>;
}

/** Starts serving a storage folder on a free loopback port. */
export async function startAssetServer(root: string): Promise<AssetServer> {
  const app = express();
  app.disable('x-powered-by');
  app.use((_request, response, next) => {
    // The composition is loaded from another port, and its canvas may only read what says so.
    response.set('Access-Control-Allow-Origin', '*');
    next();
  });
  app.use(
    express.static(root, { dotfiles: 'deny', index: false, redirect: false, immutable: true, maxAge: '1h' }),
  );
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    urlOf: (key) => `http://127.0.0.1:${port}/${key}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
