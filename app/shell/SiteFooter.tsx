import { Link } from '@remix-run/react';
import { LanguageChoice } from '#app/language/LanguageChoice.tsx';
import { Rich } from '#app/language/Rich.tsx';
import { useWords } from '#app/language/use-words.ts';

/**
 * @param isBare the language alone, for a page from which no way leads into the site
 * @param role of whoever has an account; null where there are none
 */
export function SiteFooter({ isBare, role }: { isBare: boolean; role: string | null }) {
  const { t } = useWords();
  return (
    <footer className="site-footer">
      <div className="page-width site-footer-row">
        {!isBare && (
          <p>
            {role
              ? t('Your films are kept on the machine of this site.')
              : t('Your films are kept on this machine.')}{' '}
            {role !== 'member' && (
              <Rich
                text="<settings>Settings</settings> say who writes, paints and speaks, and whether anything leaves it."
                parts={{ settings: <Link to="/settings" /> }}
              />
            )}
          </p>
        )}
        <LanguageChoice />
      </div>
    </footer>
  );
}
