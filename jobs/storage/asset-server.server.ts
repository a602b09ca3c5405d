import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, dirname } from 'node:path';
import express from 'express';

/** Serves stored files to the render browser, on loopback alone. */
export interface AssetServer {
  /** URL at which a stored file is found. */
  urlOf(key: string): string;
  close(): Promise<void>;
}

/**
 * Starts serving files on a free loopback port.
 * @param fileOf where the file of a key lies; rejects where there is none
 */
export async function startAssetServer(fileOf: (key: string) => Promise<string>): Promise<AssetServer> {
  const app = express();
  app.disable('x-powered-by');
  app.use((_request, response, next) => {
    // The composition is loaded from another port, and its canvas may only read what says so.
    response.set('Access-Control-Allow-Origin', '*');
    next();
  });
  app.get('*', (request, response, next) => {
    fileOf(request.path.slice(1)).then(
      (file) => {
        const options = { root: dirname(file), dotfiles: 'deny', immutable: true, maxAge: '1h' } as const;
        response.sendFile(basename(file), options, (error?: Error) => {
          if (error && !response.headersSent) next();
        });
      },
      () => next(),
    );
  });
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
