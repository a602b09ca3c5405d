/** A process that uses the database that comes along, as `npm start` does: it tells its address, until it is asked to end. */
import { acquireEmbeddedDatabase } from '#bin/database/embedded-postgres.ts';

const database = await acquireEmbeddedDatabase(process.argv[2] ?? '');
process.send?.({ url: database.url });
await new Promise((resolve) => process.once('message', resolve));
await database.release();
process.exit(0);
