/** Reading the settings of a picture-to-video server from variables. */
import { z } from 'zod';
import type { SettingsIssue } from '#jobs/ports/provider.ts';

/** `videos` is OpenAI's `/videos`; `jobs` the plain protocol of docs/providers.md. */
export const PROTOCOLS = ['videos', 'jobs'] as const;

export interface MotionSettings {
  /** Without a slash at its end. */
  baseUrl: string;
  apiKey: string | null;
  model: string;
  protocol: (typeof PROTOCOLS)[number];
  /** s, from the shortest. */
  lengths: readonly number[];
  /** US dollars for a second of film; null where nobody told it. */
  secondUsd: number | null;
  concurrency: number;
  perMinute: number;
}

const seconds = z
  .string()
  .default('4,8,12')
  .transform((text) => text.split(',').map(Number))
  .refine((lengths) => lengths.every((length) => Number.isInteger(length) && length > 0 && length <= 60), {
    message: 'must be whole seconds up to 60, such as 4,8,12',
  })
  .transform((lengths) => [...new Set(lengths)].sort((a, b) => a - b));

const variables = z.object({
  MOTION_BASE_URL: z.url({
    protocol: /^https?$/,
    error: 'must be an address that begins with http:// or https://',
  }),
  MOTION_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'must be one word of plain characters')
    .optional(),
  MOTION_MODEL: z.string({ error: 'must name a model of the server given for it' }),
  MOTION_PROTOCOL: z.enum(PROTOCOLS, { error: `must be one of ${PROTOCOLS.join(', ')}` }).default('videos'),
  MOTION_SECONDS: seconds,
  MOTION_PRICE: z.coerce
    .number({ error: 'must be an amount in US dollars for a second, such as 0.10' })
    .min(0, 'must not be below 0')
    .optional(),
  MOTION_CONCURRENCY: z.coerce.number().int('must be a whole number').min(1, 'must be at least 1').default(2),
  MOTION_PER_MINUTE: z.coerce.number().int('must be a whole number').min(1, 'must be at least 1').default(10),
});

/** Null where no server is named: nothing moves by itself then. */
export function readMotionSettings(
  source: Readonly<Record<string, string | undefined>>,
): { ok: true; settings: MotionSettings | null } | { ok: false; issues: SettingsIssue[] } {
  if (!source.MOTION_BASE_URL) return { ok: true, settings: null };
  const { data, error } = variables.safeParse(source);
  if (!data) {
    return {
      ok: false,
      issues: error.issues.map(({ path, message }) => ({ variable: String(path[0]), message })),
    };
  }
  const url = new URL(data.MOTION_BASE_URL);
  if (url.username || url.password) {
    return {
      ok: false,
      issues: [{ variable: 'MOTION_BASE_URL', message: 'must not hold a user name or password' }],
    };
  }
  return {
    ok: true,
    settings: {
      baseUrl: data.MOTION_BASE_URL.replace(/\/+$/, ''),
      apiKey: data.MOTION_API_KEY ?? null,
      model: data.MOTION_MODEL,
      protocol: data.MOTION_PROTOCOL,
      lengths: data.MOTION_SECONDS,
      secondUsd: data.MOTION_PRICE ?? null,
      concurrency: data.MOTION_CONCURRENCY,
      perMinute: data.MOTION_PER_MINUTE,
    },
  };
}

/** How calls and their faults name the server. */
export function serverOf({ baseUrl }: MotionSettings) {
  return { capability: 'motion', host: new URL(baseUrl).host } as const;
}
