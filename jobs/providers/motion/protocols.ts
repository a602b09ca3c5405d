/** How picture-to-video servers are asked: OpenAI's `/videos`, and a plain protocol of jobs. Pure but for forms. */
import { z } from 'zod';
import type { MotionRequest } from '#jobs/ports/animator.ts';
import { FORMATS, type FormatName } from '#remotion/contract/story-props.ts';
import type { MotionSettings } from './motion-settings';

/** What a server says of a job. */
export type JobState =
  | { state: 'waiting' }
  /** `address` of the film, absolute or below the server's. */
  | { state: 'done'; address: string }
  /** `code` and `message` as the server gives them. */
  | { state: 'failed'; code: string; message: string };

export interface Protocol {
  orderPath: string;
  /** Of the clip that is ordered, and of the still that it begins with, px. */
  sizeOf(format: FormatName): { width: number; height: number };
  /** @param request with a still of exactly that size */
  orderBody(settings: MotionSettings, request: MotionRequest): BodyInit;
  /** @returns the job's name, or null for an answer that names none */
  orderedJob(answer: unknown): string | null;
  jobPath(job: string): string;
  /** Null for an answer that says nothing of a job. */
  stateOf(answer: unknown, job: string): JobState | null;
}

/** px: the shapes that `/videos` knows; a square is the middle of a tall one. */
const TALL = { width: 720, height: 1280 };
const VIDEO_SIZES: Readonly<Record<FormatName, { width: number; height: number }>> = {
  ...{ '9:16': TALL, '1:1': TALL },
  '16:9': { width: 1280, height: 720 },
};

const ordered = z.object({ id: z.string().min(1).max(200) });
const failure = z.object({ code: z.string().default(''), message: z.string().default('') });
const video = z.object({
  status: z.enum(['queued', 'in_progress', 'completed', 'failed']),
  error: failure.nullish(),
});
const job = z.object({
  status: z.enum(['queued', 'running', 'done', 'failed']),
  url: z.string().optional(),
  error: z.union([z.string(), failure]).nullish(),
});

const nameIn = (answer: unknown) => ordered.safeParse(answer).data?.id ?? null;

export const PROTOCOL_BY_NAME: Record<MotionSettings['protocol'], Protocol> = {
  videos: {
    orderPath: '/videos',
    sizeOf: (format) => VIDEO_SIZES[format],
    orderBody: ({ model }, { still, mimeType, prompt, seconds, format }) => {
      const form = new FormData();
      form.set('model', model);
      form.set('prompt', prompt);
      form.set('seconds', String(seconds));
      const { width, height } = VIDEO_SIZES[format];
      form.set('size', `${width}x${height}`);
      form.set(
        'input_reference',
        new Blob([Uint8Array.from(still)], { type: mimeType }),
        `still.${endingOf(mimeType)}`,
      );
      return form;
    },
    orderedJob: nameIn,
    jobPath: (name) => `/videos/${encodeURIComponent(name)}`,
    stateOf: (answer, name) => {
      const { data } = video.safeParse(answer);
      if (!data) return null;
      if (data.status === 'failed') return failed(data.error);
      return data.status === 'completed'
        ? { state: 'done', address: `/videos/${encodeURIComponent(name)}/content` }
        : { state: 'waiting' };
    },
  },
  jobs: {
    orderPath: '/jobs',
    sizeOf: (format) => FORMATS[format],
    orderBody: ({ model }, { still, mimeType, prompt, seconds, format }) =>
      JSON.stringify({
        model,
        prompt,
        seconds,
        ...FORMATS[format],
        image: `data:${mimeType};base64,${Buffer.from(still).toString('base64')}`,
      }),
    orderedJob: nameIn,
    jobPath: (name) => `/jobs/${encodeURIComponent(name)}`,
    stateOf: (answer) => {
      const { data } = job.safeParse(answer);
      if (!data) return null;
      if (data.status === 'failed')
        return failed(typeof data.error === 'string' ? { message: data.error } : data.error);
      if (data.status !== 'done') return { state: 'waiting' };
      return data.url ? { state: 'done', address: data.url } : null;
    },
  },
};

function failed(error: { code?: string; message?: string } | null | undefined): JobState {
  return { state: 'failed', code: error?.code ?? '', message: error?.message ?? '' };
}

const endingOf = (mimeType: string) => mimeType.replace(/^image\//, '').replace('jpeg', 'jpg');
