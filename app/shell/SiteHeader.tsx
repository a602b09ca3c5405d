import { Link, NavLink } from '@remix-run/react';
import { Logo } from './Logo';

/**
 * @param isBare the name alone, for a page from which no way leads into the site
 * @param role of whoever has an account; null where there are none
 */
export function SiteHeader({ isBare, role }: { isBare: boolean; role: string | null }) {
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
        <Link to="/" className="wordmark" aria-label="StoryShort, home">
          <Logo />
          <span aria-hidden="true">StoryShort</span>
        </Link>
        <nav aria-label="Main">
          <NavLink to="/" end className="nav-link">
            Videos
          </NavLink>
          <NavLink to="/create" className="nav-link">
            Create
          </NavLink>
          {role !== 'member' && (
            <NavLink to="/settings" className="nav-link">
              Settings
            </NavLink>
          )}
          {role && (
            <NavLink to="/account" className="nav-link">
              Account
            </NavLink>
          )}
        </nav>
      </div>
    </header>
  );
}
