/** Fonts for pages in Japanese and Chinese, where a viewer's machine has none: the very files of the film. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type RequestHandler, Router } from 'express';
import { PAGE_FONTS } from '#app/language/languages.ts';

/** Their style sheets name hundreds of slices, of which a browser fetches those that a page needs. */
export function pageFonts(): RequestHandler {
  const router = Router();
  const require = createRequire(import.meta.url);
  for (const font of Object.values(PAGE_FONTS)) {
    router.get(`/fonts/${font}.css`, (_request, response, next) => {
      readFile(require.resolve(`@fontsource-variable/${font}/wght.css`), 'utf8')
        .then((css) => {
          response.set('Cache-Control', 'public, max-age=86400').type('css');
          response.send(css.replaceAll('url(./files/', 'url(/fonts/'));
        })
        .catch(next);
    });
  }
  return router;
}
