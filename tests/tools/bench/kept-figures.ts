/** The file of the ratios that were kept. */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Ratios } from './kept-ratios';

const FILE = new URL('./kept-figures.json', import.meta.url);

const ratiosSchema = z.record(z.string(), z.number());

/** @returns those that were kept; none where nothing was yet @throws when the file is none of ours */
export async function readKept(): Promise<Ratios> {
  return existsSync(FILE) ? ratiosSchema.parse(JSON.parse(await readFile(FILE, 'utf8'))) : {};
}

/** Keeps ratios in the place of those of the same names; others stay. */
export async function keep(ratios: Ratios): Promise<void> {
  await writeFile(FILE, `${JSON.stringify({ ...(await readKept()), ...ratios }, null, 2)}\n`);
}
