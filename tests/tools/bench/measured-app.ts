/** The StoryShort that the bench measures: started cold, stopped, and started again. */
import { acquireDatabase, type Database } from '#bin/database/database.ts';
import { LaunchedApp } from '#bin/host/launched-app.ts';
import type { Figures } from './figures';

export class MeasuredApp {
  /** How long the starts took. */
  readonly starts: Figures;
  readonly #app: LaunchedApp;
  readonly #database: Database;

  private constructor(app: LaunchedApp, database: Database, starts: Figures) {
    this.#app = app;
    this.#database = database;
    this.starts = starts;
  }

  /** Starts it twice. @param dataDir an empty folder of its own */
  static async open(dataDir: string): Promise<MeasuredApp> {
    const cold = await LaunchedApp.launch(dataDir);
    // A start is not warm before the worker has had all that it keeps.
    await untilWorking(cold.url).finally(() => cold.stop());
    const app = await LaunchedApp.launch(dataDir);
    try {
      const workerMs = await untilWorking(app.url);
      const database = await acquireDatabase({ DATABASE_URL: null, DATA_DIR: dataDir });
      return new MeasuredApp(app, database, {
        coldMs: Math.round(cold.startMs),
        warmMs: Math.round(app.startMs),
        warmWorkerMs: Math.round(app.startMs + workerMs),
      });
    } catch (thrown) {
      await app.stop();
      throw thrown;
    }
  }

  get url(): string {
    return this.#app.url;
  }

  get databaseUrl(): string {
    return this.#database.url;
  }

  async close(): Promise<void> {
    await this.#database.release();
    await this.#app.stop();
  }
}

/** @returns how long it took until a worker was there, ms */
export async function untilWorking(url: string): Promise<number> {
  const startedAt = performance.now();
  for (;;) {
    const health = (await (await fetch(`${url}/healthz`)).json()) as { worker?: { ok: boolean } };
    if (health.worker?.ok) return performance.now() - startedAt;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
