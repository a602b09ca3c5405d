/** Pages that say so while the database is away, instead of being at a loss. */
import { json, type ServerBuild } from '@remix-run/node';
import { DATABASE_AWAY, RETRY_AFTER_S } from '#app/http/database-fault.ts';
import { isDatabaseAway } from '#jobs/db/away/database-away.ts';

type Handler = (args: never) => unknown;

/** The same pages, whose loaders and actions throw an answer 503 where the database is away. */
export function tellingOfDatabase(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route) return [id, route];
    const { loader, action, ...rest } = route.module;
    const told = { ...(loader && { loader: telling(loader) }), ...(action && { action: telling(action) }) };
    return [id, { ...route, module: { ...rest, ...told } }];
  });
  return { ...build, routes: Object.fromEntries(routes) };
}

function telling(handle: Handler): Handler {
  return async (args) => {
    try {
      const answer = await handle(args);
      if (answer instanceof Response && answer.status === 503) sayWhen(answer);
      return answer;
    } catch (thrown) {
      if (thrown instanceof Response && thrown.status === 503) throw sayWhen(thrown);
      if (!isDatabaseAway(thrown)) throw thrown;
      throw sayWhen(
        json({ error: DATABASE_AWAY }, { status: 503, headers: { 'Cache-Control': 'no-store' } }),
      );
    }
  };
}

function sayWhen(answer: Response): Response {
  answer.headers.set('Retry-After', String(RETRY_AFTER_S));
  return answer;
}
