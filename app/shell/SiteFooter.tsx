import { Link } from '@remix-run/react';

/** @param role of whoever has an account; null where there are none */
export function SiteFooter({ role }: { role: string | null }) {
  return (
    <footer className="site-footer">
      <p className="page-width">
        Your films are kept on {role ? 'the machine of this site' : 'this machine'}.{' '}
        {role !== 'member' && (
          <>
            <Link to="/settings">Settings</Link> say who writes, paints and speaks, and whether anything
            leaves it.
          </>
        )}
      </p>
    </footer>
  );
}
