import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** What `node --import` needs to run TypeScript, wherever the process was started from. */
export const TYPESCRIPT_LOADER = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
