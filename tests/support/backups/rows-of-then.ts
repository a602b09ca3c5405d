/**
 * Rows as a house of any time had them: the films of 0.1.0, one video more for each status, and of every other table
 * that there was by then a row for each video, with a value in every column that must have one.
 */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { readOlderRows } from '#tests/support/older-data.ts';

type Row = Record<string, unknown>;

/** Of a column that must be given. */
interface Column {
  name: string;
  /** Postgres' own name of the type. */
  type: string;
  isGiven: boolean;
  /** The table that it refers to; null for none. */
  refersTo: string | null;
  /** The first word of its enumeration; null for another type. */
  word: string | null;
}

/** What was made of a video, which one that is not finished had not. */
const MADE = ['film_hash', 'film_key', 'audio_key', 'poster_key', 'srt_key', 'vtt_key', 'duration_ms'];

/** Fills a database that has tables and no row. */
export async function fillAsThen(client: pg.Client): Promise<void> {
  const known = await olderRows(client);
  for (const table of ['video', 'scene', 'provider_call', 'event'])
    for (const row of known[table] ?? []) await insert(client, table, row);
  await client.query(`SELECT setval(pg_get_serial_sequence('event', 'id'), max(id)) FROM event`);
  const tables = [...(await countAll(client)).keys()];
  // Those that others refer to come first.
  const rankOf = (table: string) => (table === 'person' ? 0 : table === 'batch_item' ? 2 : 1);
  const rest = tables.filter((table) => known[table] === undefined);
  for (const table of rest.sort((one, other) => rankOf(one) - rankOf(other)))
    for (const video of known.video ?? []) await insertMade(client, table, video, known);
}

/** How many rows each table has. */
export async function countAll(client: pg.Client): Promise<Map<string, number>> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  );
  const counts = new Map<string, number>();
  for (const { name } of rows) {
    const { rows: counted } = await client.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM "${name}"`,
    );
    counts.set(name, counted[0]?.count ?? 0);
  }
  return counts;
}

/** The films of 0.1.0, and a video that stands still in each status. */
async function olderRows(client: pg.Client): Promise<Record<string, Row[]>> {
  const rows = await readOlderRows();
  const [first] = rows.video ?? [];
  if (!first) throw new Error('There is no film of 0.1.0.');
  const { rows: statuses } = await client.query<{ status: string }>(
    `SELECT unnest(enum_range(NULL::"VideoStatus"))::text AS status`,
  );
  const bare = Object.fromEntries(MADE.map((column) => [column, null]));
  for (const { status } of statuses) {
    const id = randomUUID();
    const isReady = status === 'completed';
    rows.video?.push({ ...first, ...(isReady ? {} : { ...bare, completed_at: null }), id, status });
    const scenes = (rows.scene ?? []).filter(({ video_id }) => video_id === first.id);
    for (const scene of scenes) rows.scene?.push({ ...scene, id: randomUUID(), video_id: id });
    const event = { id: 1000 + (rows.event?.length ?? 0), video_id: id, at: first.created_at, from: null };
    rows.event?.push({ ...event, to: status, message: 'It came to this.' });
  }
  return rows;
}

/** Only what the table has a column for by then is written. */
async function insert(client: pg.Client, table: string, row: Row): Promise<void> {
  const names = (await columnsOf(client, table)).map(({ name }) => name).filter((name) => name in row);
  const columns = names.map((name) => `"${name}"`).join(', ');
  await client.query(
    `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_record(NULL::"${table}", $1::jsonb)`,
    [JSON.stringify(row)],
  );
}

/** A row of a table that 0.1.0 had not. */
async function insertMade(
  client: pg.Client,
  table: string,
  video: Row,
  known: Record<string, Row[]>,
): Promise<void> {
  if (table === 'version' && video.status !== 'completed') return;
  const scenes = (known.scene ?? []).filter(({ video_id }) => video_id === video.id);
  if (table === 'take') {
    for (const scene of scenes) await insert(client, 'take', takeOf(scene));
    return;
  }
  const position = (known.video ?? []).indexOf(video);
  const ofBatch = { position, video_id: video.id, begun_at: video.created_at };
  const row: Row = table === 'version' ? versionOf(video, scenes) : table === 'batch_item' ? ofBatch : {};
  for (const column of await columnsOf(client, table)) {
    if (!column.isGiven || column.name in row) continue;
    row[column.name] = await plausible(client, column, video);
  }
  await insert(client, table, row);
}

function takeOf({ id, video_id, picture_hash, picture_key, picture_layers }: Row): Row {
  const made = { pictureKey: picture_key, pictureLayers: picture_layers, note: null };
  const at = new Date().toISOString();
  // Their numbers are far from those that the table gives.
  const number = 1_000_000 + (Number.parseInt(String(id).slice(0, 6), 16) % 1_000_000_000);
  return { id: number, video_id, scene_id: id, kind: 'picture', hash: picture_hash, made, at };
}

function versionOf(video: Row, scenes: readonly Row[]): Row {
  const storyboard = {
    ...{ title: video.title, options: video.options },
    scenes: scenes.map(({ id, narration, image_prompt, seed }) => ({
      ...{ id, narration, imagePrompt: image_prompt, reading: null, seed },
    })),
  };
  const made = Object.fromEntries(MADE.map((column) => [column, video[column]]));
  return { ...made, video_id: video.id, number: 1, storyboard, at: video.completed_at };
}

async function plausible(client: pg.Client, column: Column, video: Row): Promise<unknown> {
  if (column.refersTo === 'video') return video.id;
  if (column.refersTo !== null) {
    const { rows } = await client.query<{ id: string }>(`SELECT id FROM "${column.refersTo}" LIMIT 1`);
    return rows[0]?.id;
  }
  if (column.word !== null) return column.word;
  if (column.type === 'uuid') return randomUUID();
  if (column.type === 'text') return `${column.name} of ${video.id}`;
  if (column.type === 'bool') return false;
  if (column.type === 'timestamptz') return new Date().toISOString();
  if (column.type === 'jsonb' || column.type.startsWith('_')) return [];
  if (/^(?:int|float|numeric)/.test(column.type)) return 1;
  throw new Error(`No value of the type ${column.type} is known, for ${column.name}.`);
}

async function columnsOf(client: pg.Client, table: string): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `SELECT attname AS name, typname AS type,
       attnotnull AND NOT atthasdef AS "isGiven",
       (SELECT confrelid::regclass::text FROM pg_constraint
        WHERE contype = 'f' AND conrelid = attrelid AND conkey = ARRAY[attnum]) AS "refersTo",
       (SELECT enumlabel FROM pg_enum WHERE enumtypid = atttypid ORDER BY enumsortorder LIMIT 1) AS word
     FROM pg_attribute JOIN pg_type ON pg_type.oid = atttypid
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
    [`public."${table}"`],
  );
  return rows;
}
