import { AccessFault, type SiteAccess } from '#app/mcp/site-access.ts';

/**
 * A running StoryShort, asked from a process of its own.
 * @param base its address, without a path
 * @param token of its account page; null where it has no accounts
 */
export function remoteSite(base: string, token: string | null): SiteAccess {
  const own = { ...(token !== null && { authorization: `Bearer ${token}` }) };
  const addressOf = (path: string) => new URL(path, base).href;
  return {
    addressOf,
    send: (path, { headers, ...init }) =>
      // Wherever it passes on to, no token goes there.
      fetch(addressOf(path), { ...init, redirect: 'manual', headers: { ...headers, ...own } }).catch(
        (thrown: unknown) => {
          if (init.signal.aborted) throw thrown;
          throw nobodyAnswers(base);
        },
      ),
  };
}

function nobodyAnswers(base: string): AccessFault {
  return new AccessFault({
    code: 'site_away',
    detail: `No StoryShort answers at ${base}.`,
    hint: 'Start it with `npm start` in its folder, or name another in STORYSHORT_URL; then call the tool again.',
    retryable: true,
  });
}
