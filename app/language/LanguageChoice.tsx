import { Form, useLocation } from '@remix-run/react';
import { useScripted } from '#app/shell/use-scripted.ts';
import { LANGUAGES, OWN_NAMES } from './languages';
import { useWords } from './use-words';

/** In which language the pages are. The same page comes again in another one; a film's own language stays. */
export function LanguageChoice() {
  const { language, t } = useWords();
  const { pathname, search } = useLocation();
  const isScripted = useScripted();
  return (
    <Form method="post" action="/choose-language" reloadDocument className="language-choice">
      <input type="hidden" name="back" value={`${pathname}${search}`} />
      <label>
        <span>{t('Language')}</span>{' '}
        <select
          key={language}
          name="language"
          defaultValue={language}
          onChange={(event) => event.currentTarget.form?.requestSubmit()}
        >
          {LANGUAGES.map((each) => (
            <option key={each} value={each} lang={each}>
              {OWN_NAMES[each]}
            </option>
          ))}
        </select>
      </label>{' '}
      {!isScripted && (
        <button type="submit" className="button">
          {t('Use this language')}
        </button>
      )}
    </Form>
  );
}
