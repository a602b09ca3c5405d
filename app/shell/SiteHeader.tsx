import { Link, NavLink } from '@remix-run/react';
import { Logo } from './Logo';

export function SiteHeader() {
  return (
    <header className="site-header">
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
          <NavLink to="/settings" className="nav-link">
            Settings
          </NavLink>
        </nav>
      </div>
    </header>
  );
}
