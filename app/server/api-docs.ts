/** What tells of the API: its document, the page that shows it, and the program behind that page. */
import { createRequire } from 'node:module';
import { basename, dirname } from 'node:path';
import { Router } from 'express';
import { DOCUMENT_PATH, docsPage, PAGE_PATH, VIEWER_PATH } from '#app/api/docs-page.ts';
import { type OpenApiDocument, openApiDocument } from '#app/api/openapi-document.ts';
import { OPERATIONS } from '#app/api/operations/all-operations.ts';
import { nonceOf } from './security-headers';

const A_DAY_MS = 24 * 3600 * 1000;

/** The viewer is served from its package, so that the page needs no network. */
export function apiDocs(): Router {
  const router = Router();
  // Made when it is first asked for: a start need not wait.
  let document: OpenApiDocument | null = null;
  router.get(DOCUMENT_PATH, (_request, response) => {
    document ??= openApiDocument(OPERATIONS);
    response.set('Cache-Control', 'private, no-cache').json(document);
  });
  router.get(PAGE_PATH, (_request, response) => {
    response
      .set('Cache-Control', 'no-store')
      .type('html')
      .send(docsPage(OPERATIONS, nonceOf(response)));
  });
  const viewer = createRequire(import.meta.url).resolve('rapidoc/dist/rapidoc-min.js');
  router.get(VIEWER_PATH, (_request, response, next) => {
    // Below a root, so that a hidden folder above it hides nothing.
    response.sendFile(basename(viewer), { root: dirname(viewer), maxAge: A_DAY_MS }, (error) => {
      if (error && !response.headersSent) next(error);
    });
  });
  return router;
}
