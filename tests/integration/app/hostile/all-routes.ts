/** Every address of the site as its files say, so that a new route is asked like the others. */
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { API_ROOT, type Operation } from '#app/api/operation.ts';
import { OPERATIONS } from '#app/api/operations/all-operations.ts';

export interface Route {
  /** As Remix names it, such as `routes/video.$id`. */
  id: string;
  /** Its path for a video and a link, without a query. */
  path: string;
  /** Whether its module lets something be sent. */
  hasAction: boolean;
}

const FOLDER = new URL('../../../../app/routes/', import.meta.url);

/**
 * One for each file, and for each place of an operation.
 * @param named what stands for `$id` and `$token`
 */
export async function allRoutes(named: Readonly<Record<string, string>>): Promise<Route[]> {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  const routes = await Promise.all(
    files.map(async (file): Promise<Route[]> => {
      const name = file.replace(/\.tsx?$/, '');
      if (name === OPERATIONS_FILE) return operationRoutes(named);
      // A folder only keeps together what is named in remix.config.js.
      const segments = name === '_index' ? [] : basename(name).split('.');
      const path = `/${segments.map((part) => (part.startsWith('$') ? named[part.slice(1)] : part)).join('/')}`;
      const module = (await import(new URL(file, FOLDER).href)) as object;
      return [{ id: `routes/${name}`, path, hasAction: 'action' in module }];
    }),
  );
  return routes.flat();
}

/** The file behind all of `/api/v1`. */
const OPERATIONS_FILE = 'api.v1.$';

function operationRoutes(named: Readonly<Record<string, string>>): Route[] {
  const all = Object.values(OPERATIONS) as Operation[];
  return [...new Set(all.map(({ path }) => path))].map((path) => ({
    id: `routes/${OPERATIONS_FILE}`,
    path: `${API_ROOT}${path.replace(/\{(\w+)\}/g, (_whole, name: string) => named[name] ?? '1')}`,
    hasAction: all.some((operation) => operation.path === path && operation.method !== 'GET'),
  }));
}
