/** Every address of the site as its files say, so that a new route is asked like the others. */
import { readdirSync } from 'node:fs';

export interface Route {
  /** As Remix names it, such as `routes/video.$id`. */
  id: string;
  /** Its path for a video and a link, without a query. */
  path: string;
  /** Whether its module lets something be sent. */
  hasAction: boolean;
}

const FOLDER = new URL('../../../../app/routes/', import.meta.url);

/** @param named what stands for `$id` and `$token` */
export async function allRoutes(named: Readonly<Record<string, string>>): Promise<Route[]> {
  const files = readdirSync(FOLDER).filter((name) => /\.tsx?$/.test(name));
  return Promise.all(
    files.map(async (file) => {
      const name = file.replace(/\.tsx?$/, '');
      const segments = name === '_index' ? [] : name.split('.');
      const path = `/${segments.map((part) => (part.startsWith('$') ? named[part.slice(1)] : part)).join('/')}`;
      const module = (await import(new URL(file, FOLDER).href)) as object;
      return { id: `routes/${name}`, path, hasAction: 'action' in module };
    }),
  );
}
