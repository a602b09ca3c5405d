import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { fetchWords } from './language/fetch-words';
import { isLanguage } from './language/languages';
import { learnLanguage, wordsIn } from './language/spoken-words';
import { WordsContext } from './language/use-words';

const { lang } = document.documentElement;
const language = isLanguage(lang) ? lang : 'en';
// What the server said in one language must not come alive in another one.
if (language !== 'en') learnLanguage(await fetchWords(language));

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <WordsContext.Provider value={wordsIn(language)}>
        <RemixBrowser />
      </WordsContext.Provider>
    </StrictMode>,
  );
});
