/** In which language the pages answer: as chosen before, else as the browser asks for it, else English. */
import type { RequestHandler, Response } from 'express';
import { learnAllLanguages } from '#app/language/all-languages.server.ts';
import { chosenLanguage } from '#app/language/language-cookie.ts';
import { isLanguage, LANGUAGES, type Language } from '#app/language/languages.ts';

learnAllLanguages();

export const viewerLanguage: RequestHandler = (request, response, next) => {
  chosenLanguage(request.headers.cookie)
    .then((chosen) => {
      response.locals.language = chosen ?? (request.acceptsLanguages([...LANGUAGES]) || 'en');
      response.vary('Accept-Language');
      next();
    })
    .catch(next);
};

/** English for what was refused before anybody looked. */
export function languageOf(response: Response): Language {
  const { language } = response.locals;
  return isLanguage(language) ? language : 'en';
}
