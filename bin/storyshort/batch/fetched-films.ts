/** A batch's films and its report, in a folder of this machine. */
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BatchAnswer } from '#bin/client/api-client.ts';
import type { Desk } from '#bin/storyshort/command.ts';
import { keepFile } from '#bin/storyshort/kept-file.ts';
import { filmName, reportJson, reportTable } from '#jobs/story/batch/batch-report.ts';

export class FetchedFilms {
  readonly #folder: string;
  readonly #fetched = new Set<number>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Fetches each film that is ready, once, and writes the report; a film that is there already is left alone. */
  async fetch({ connection, stopped }: Desk, batch: BatchAnswer): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const { items } = batch;
    for (const { number, title, videoUrl } of items) {
      if (videoUrl === null || this.#fetched.has(number)) continue;
      const file = join(this.#folder, filmName({ position: number - 1, title }, items.length));
      const isThere = (await stat(file).catch(() => null)) !== null;
      if (!isThere) await keepFile(await connection.ask(videoUrl), file, stopped);
      this.#fetched.add(number);
    }
    await this.#writeReport(batch);
  }

  async #writeReport({ id, name, items }: BatchAnswer): Promise<void> {
    const reported = items.map(({ number, error, ...item }) => ({
      ...item,
      position: number - 1,
      fault: error && { ...error, retryable: false },
    }));
    await writeFile(join(this.#folder, 'report.csv'), `\u{feff}${reportTable(reported)}`);
    await writeFile(join(this.#folder, 'report.json'), reportJson({ id, name }, reported));
  }
}
