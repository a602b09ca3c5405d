import { Link, NavLink } from '@remix-run/react';
import { useWords } from '#app/language/use-words.ts';
import { Logo } from './Logo';

/**
 * @param isBare the name alone, for a page from which no way leads into the site
 * @param role of whoever has an account; null where there are none
 */
export function SiteHeader({ isBare, role }: { isBare: boolean; role: string | null }) {
  const { t } = useWords();
  if (isBare) {
    return (
      <header className="site-header">
        <div className="page-width site-header-row">
          <p className="wordmark">
            <Logo />
            <span>StoryShort</span>
          </p>
        </div>
      </header>
    );
  }
  return (
    <header className="site-header" data-account={role ?? undefined}>
      <div className="page-width site-header-row">
        <Link to="/" className="wordmark" aria-label={t('StoryShort, home')}>
          <Logo />
          <span aria-hidden="true">StoryShort</span>
        </Link>
        <nav aria-label={t('Main')}>
          <NavLink to="/" end className="nav-link">
            {t('Videos')}
          </NavLink>
          <NavLink to="/create" className="nav-link">
            {t('Create')}
          </NavLink>
          {role !== 'member' && (
            <NavLink to="/settings" className="nav-link">
              {t('Settings')}
            </NavLink>
          )}
          {role && (
            <NavLink to="/account" className="nav-link">
              {t('Account')}
            </NavLink>
          )}
        </nav>
      </div>
    </header>
  );
}
