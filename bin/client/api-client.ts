import { z } from 'zod';
import { VIDEO_STATUSES } from '#jobs/story/film/status.ts';

const faultSchema = z.object({
  error: z.object({ code: z.string(), message: z.string(), hint: z.string() }),
});

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

/** A fault that the server answered with. */
export class ApiFault extends Error {
  override readonly name = 'ApiFault';
  readonly status: number;
  readonly code: string;

  constructor(status: number, fault: { code: string; message: string; hint: string }) {
    super(`${fault.message} ${fault.hint}`);
    this.status = status;
    this.code = fault.code;
  }
}

/** The site's own API, as a program on the command line uses it. */
export class ApiClient {
  readonly #base: string;

  constructor(base: string) {
    this.#base = base;
  }

  /** Sends a story. @returns the new video's id. */
  async createVideo(story: Record<string, unknown>, idempotencyKey: string): Promise<string> {
    const answer = await this.#call('/api/generate-script', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
      body: JSON.stringify(story),
    });
    return z.object({ videoId: z.string() }).parse(answer).videoId;
  }

  /** Makes sure that a job works on the video. @returns whether one was added. */
  async processVideo(videoId: string): Promise<boolean> {
    const answer = await this.#call(`/api/process-video?id=${encodeURIComponent(videoId)}`, {
      method: 'POST',
    });
    return z.object({ queued: z.boolean() }).parse(answer).queued;
  }

  /** @param since cursor of an earlier answer; the answer tells the transitions after it, after 0 all. */
  async status(videoId: string, since = '0'): Promise<StatusAnswer> {
    const query = new URLSearchParams({ id: videoId, since });
    return statusSchema.parse(await this.#call(`/api/video-status?${query}`));
  }

  /** Absolute address of a path that the API answered with. */
  urlOf(path: string): string {
    return new URL(path, this.#base).href;
  }

  async #call(path: string, init?: RequestInit): Promise<unknown> {
    const response = await fetch(this.urlOf(path), init).catch((error: unknown) => {
      throw new Error(`No StoryShort answers at ${this.#base}. Start it with \`npm start\`, or set PORT.`, {
        cause: error,
      });
    });
    const body: unknown = await response.json().catch(() => null);
    if (response.ok) return body;
    const fault = faultSchema.safeParse(body);
    if (fault.success) throw new ApiFault(response.status, fault.data.error);
    throw new Error(`${path} answered ${response.status} with something that is no fault of the API.`);
  }
}
