import { z } from 'zod';
import { ITEM_STATES } from '#jobs/story/batch/item-state.ts';
import { VIDEO_STATUSES } from '#jobs/story/film/status.ts';
import { SiteConnection } from './site-connection';

const wordsSchema = z.object({ code: z.string(), message: z.string(), hint: z.string() });

const estimateSchema = z.object({
  films: z.number(),
  words: z.number(),
  durationMs: z.number(),
  usd: z.number(),
});
const checkedSchema = z.object({ estimate: estimateSchema });
export type EstimateAnswer = z.infer<typeof estimateSchema>;

const batchSchema = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(['running', 'paused', 'cancelled', 'done']),
  trouble: wordsSchema.nullable(),
  atOnce: z.number(),
  capUsd: z.number().nullable(),
  lookFirst: z.boolean(),
  spentUsd: z.number().nullable(),
  counts: z.record(z.string(), z.number()),
  items: z.array(
    z.object({
      number: z.number(),
      title: z.string(),
      state: z.enum(ITEM_STATES),
      stage: z.string(),
      progress: z.number(),
      attention: z.number(),
      videoId: z.string().nullable(),
      videoUrl: z.string().nullable(),
      durationMs: z.number().nullable(),
      costUsd: z.number(),
      error: wordsSchema.nullable(),
    }),
  ),
});
export type BatchAnswer = z.infer<typeof batchSchema>;

const transitionSchema = z.object({
  id: z.string(),
  from: z.enum(VIDEO_STATUSES).nullable(),
  to: z.enum(VIDEO_STATUSES),
  message: z.string(),
  at: z.string(),
});
export type Transition = z.infer<typeof transitionSchema>;

const statusSchema = z.object({
  id: z.string(),
  title: z.string(),
  status: z.string(),
  progress: z.number(),
  stage: z.string(),
  error: z.object({ code: z.string(), message: z.string(), hint: z.string() }).nullable(),
  durationMs: z.number().nullable(),
  videoUrl: z.string().nullable(),
  cursor: z.string(),
  transitions: z.array(transitionSchema),
});
export type StatusAnswer = z.infer<typeof statusSchema>;

/** The site's own API at its older addresses, and its batches, as a program on the command line uses it. */
export class ApiClient {
  readonly #connection: SiteConnection;

  /** @param site its address, or the way there */
  constructor(site: string | SiteConnection) {
    this.#connection = typeof site === 'string' ? new SiteConnection(site) : site;
  }

  /** Sends a story. @returns the new video's id. */
  async createVideo(story: Record<string, unknown>, idempotencyKey: string): Promise<string> {
    const made = await this.#ask(z.object({ videoId: z.string() }), '/api/generate-script', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
      body: JSON.stringify(story),
    });
    return made.videoId;
  }

  /** Makes sure that a job works on the video. @returns whether one was added. */
  async processVideo(videoId: string): Promise<boolean> {
    const path = `/api/process-video?id=${encodeURIComponent(videoId)}`;
    return (await this.#ask(z.object({ queued: z.boolean() }), path, { method: 'POST' })).queued;
  }

  /** @param since cursor of an earlier answer; the answer tells the transitions after it, after 0 all. */
  async status(videoId: string, since = '0'): Promise<StatusAnswer> {
    const query = new URLSearchParams({ id: videoId, since });
    return this.#ask(statusSchema, `/api/video-status?${query}`);
  }

  /** Has a batch checked and reckoned up; nothing of it is ordered. @throws AnsweredFault with all that is wrong */
  async checkBatch(form: FormData): Promise<EstimateAnswer> {
    form.set('check', 'true');
    const checked = await this.#ask(checkedSchema, '/api/batch', { method: 'POST', body: form });
    form.delete('check');
    return checked.estimate;
  }

  /** Has one story checked and reckoned up. @throws AnsweredFault with all that is wrong */
  async estimate(order: Readonly<Record<string, unknown>>): Promise<EstimateAnswer> {
    const checked = await this.#ask(checkedSchema, '/api/batch', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ stories: [order], check: true }),
    });
    return checked.estimate;
  }

  /** Orders a batch. @returns its id */
  async orderBatch(form: FormData, idempotencyKey: string): Promise<string> {
    const headers = { 'idempotency-key': idempotencyKey };
    const sent = { method: 'POST', headers, body: form };
    return (await this.#ask(z.object({ batchId: z.string() }), '/api/batch', sent)).batchId;
  }

  /** How far a batch is. */
  async batch(batchId: string): Promise<BatchAnswer> {
    return this.#ask(batchSchema, `/api/batch?id=${encodeURIComponent(batchId)}`);
  }

  /** Absolute address of a path that the API answered with. */
  urlOf(path: string): string {
    return this.#connection.urlOf(path);
  }

  async #ask<Schema extends z.ZodType>(
    schema: Schema,
    path: string,
    init?: RequestInit,
  ): Promise<z.output<Schema>> {
    const answer = await this.#connection.json(path, init);
    return this.#connection.understood(schema, answer, path.split('?')[0] ?? path);
  }
}
