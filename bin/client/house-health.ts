/** Whether a site says that an ordered film would be made now. */
import { z } from 'zod';
import type { SiteConnection } from './site-connection';

/** As far as it is asked about; strangers are told `ok` alone. */
const healthSchema = z.object({
  ok: z.boolean(),
  worker: z.object({ ok: z.boolean() }).optional(),
  disk: z.object({ fault: z.object({ message: z.string(), hint: z.string() }).nullable() }).optional(),
});

/** Why no film is made there at the moment, and what to do, in a line; null where one is, and where nobody says. */
export async function whyNothingIsMade(connection: SiteConnection): Promise<string | null> {
  const answer = await connection.whatever('/healthz').catch(() => null);
  const read = healthSchema.safeParse(answer);
  if (!read.success || read.data.ok) return null;
  const { worker, disk } = read.data;
  if (disk?.fault) return `${disk.fault.message} ${disk.fault.hint}`;
  if (worker?.ok === false)
    return 'No worker is there that would make it: start one with “npm run jobs”, or all of it with “npm start”.';
  return 'The site says that it is not well: no film may be made there for the time being.';
}
