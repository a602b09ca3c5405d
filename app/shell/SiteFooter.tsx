import { Link } from '@remix-run/react';

export function SiteFooter() {
  return (
    <footer className="site-footer">
      <p className="page-width">
        Your films are kept on this machine. <Link to="/settings">Settings</Link> say who writes, paints and
        speaks, and whether anything leaves it.
      </p>
    </footer>
  );
}
