/** Teaches the server all languages of the pages, once. */
import arabic from './catalogues/ar.json';
import german from './catalogues/de.json';
import spanish from './catalogues/es.json';
import french from './catalogues/fr.json';
import japanese from './catalogues/ja.json';
import portuguese from './catalogues/pt.json';
import chinese from './catalogues/zh.json';
import { learnLanguage } from './spoken-words';
import { createTranslated } from './translated-words';

export function learnAllLanguages(): void {
  learnLanguage(createTranslated('es', spanish));
  learnLanguage(createTranslated('de', german));
  learnLanguage(createTranslated('fr', french));
  learnLanguage(createTranslated('pt', portuguese));
  learnLanguage(createTranslated('ja', japanese));
  learnLanguage(createTranslated('zh', chinese));
  learnLanguage(createTranslated('ar', arabic));
}
