/** Brings a browser the words of its page's language, before the page comes alive. */
import type { Catalogue } from './language-catalogue';
import type { Language } from './languages';
import type { Words } from './page-words';

const CATALOGUES = import.meta.glob<Catalogue>(['./catalogues/*.json', '!./catalogues/en.json'], {
  import: 'default',
});

/** @throws where a file cannot be loaded */
export async function fetchWords(language: Language): Promise<Words> {
  const [{ createTranslated }, catalogue] = await Promise.all([
    import('./translated-words'),
    CATALOGUES[`./catalogues/${language}.json`]?.(),
  ]);
  return createTranslated(language, catalogue ?? {});
}
