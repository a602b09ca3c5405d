/** The only reader of `process.env`: one schema, one clear line for each fault. */
import { resolve } from 'node:path';
import { z } from 'zod';
import type { CostCaps } from '#jobs/story/budget/cost-caps.ts';
import { secretsIn } from './environment-secrets';
import type { Provider } from './ports/provider';
import { readProviders } from './providers/registry';
import {
  type LambdaPlace,
  LambdaPlaceError,
  lambdaPlaceIn,
  readLambdaFunction,
  readLambdaRegion,
  readLambdaSite,
} from './render/lambda/lambda-place';
import { readS3Address, S3AddressError } from './storage/s3/s3-address';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** See `RenderEngine`. */
const RENDER_ENGINES = ['auto', 'canvas', 'screenshots', 'lambda'] as const;

const optionalText = z
  .string()
  .optional()
  .transform((value) => value?.trim() || null);

/** What one film may cost where nobody has said: several times what most do. */
const USUAL_FILM_CAP_USD = 5;

/** An amount, or `none`. */
const dollars = (usual: number | null) =>
  z
    .string()
    .optional()
    .transform((value) => value?.trim().replace(/^\$/, '').toLowerCase() || String(usual ?? 'none'))
    .refine((value) => value === 'none' || /^\d+(\.\d+)?$/.test(value), {
      message: 'must be an amount in US dollars, such as 1.50, or none',
    })
    .transform((value) => (value === 'none' ? null : Number(value)));

/** Headers as OpenTelemetry writes them: `name=value` in a row with commas, both as in an address. */
const headers = z
  .string()
  .default('')
  .transform((value, context) => {
    try {
      return Object.fromEntries(
        value
          .split(',')
          .filter((pair) => pair.trim() !== '')
          .map((pair) => {
            const [, name, said] = /^\s*([\w.~!#$&'*+^`|-]+)\s*=(.*)$/.exec(pair) ?? [];
            if (name === undefined || said === undefined) throw new URIError();
            return [decodeURIComponent(name).toLowerCase(), decodeURIComponent(said.trim())];
          }),
      );
    } catch {
      context.addIssue({ code: 'custom', message: 'must be name=value, with commas between several' });
      return z.NEVER;
    }
  });

const port = z.coerce.number().int('must be a whole number').min(0).max(65535);
const httpUrl = z.url({
  protocol: /^https?$/,
  error: 'must be an address that begins with http:// or https://',
});

/** What is read by one of ours, whose words are passed on; null where it is absent. */
const readBy = <T>(read: (text: string) => T) =>
  optionalText.transform((text, context) => {
    try {
      return text === null ? null : read(text);
    } catch (error) {
      if (!(error instanceof S3AddressError || error instanceof LambdaPlaceError)) throw error;
      context.addIssue({ code: 'custom', message: error.message });
      return z.NEVER;
    }
  });

const variables = z.object({
  PORT: port.default(4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Further host names under which the site may be asked for, comma separated. */
  ALLOWED_HOSTS: z
    .string()
    .default('')
    .transform((value) =>
      value
        .split(',')
        .map((host) => host.trim().toLowerCase())
        .filter(Boolean),
    ),
  /** Under which address people open the site, where it is not the one that it listens on. */
  SITE_URL: optionalText
    .refine((url) => url === null || /^https?:\/\/[^/?#]+\/?$/i.test(url), {
      message: 'must be an address without a path, such as https://films.example.org',
    })
    .transform((url) => url && new URL(url).origin),
  /** Signs sessions and encrypts second factors; kept in DATA_DIR where it is absent. */
  HOUSE_SECRET: optionalText.refine((secret) => secret === null || secret.length >= 32, {
    message: 'must have at least 32 characters',
  }),
  DATA_DIR: z
    .string()
    .min(1)
    .default('.data')
    .transform((path) => resolve(path)),
  /** A bucket in which films are kept; null for DATA_DIR. */
  STORAGE_URL: readBy(readS3Address),
  /** How much of a bucket may lie on this machine as copies. */
  STORAGE_CACHE_MB: z.coerce.number().int('must be a whole number').min(100).default(4096),
  DATABASE_URL: optionalText.refine((url) => url === null || /^postgres(ql)?:\/\//.test(url), {
    message: 'must begin with postgres:// or postgresql://',
  }),
  WORKER_CONCURRENCY: z.coerce.number().int('must be a whole number').min(1).max(32).default(2),
  BROWSER_EXECUTABLE: optionalText,
  RENDER_ENGINE: z.enum(RENDER_ENGINES).default('auto'),
  /** Where RENDER_ENGINE=lambda draws. */
  LAMBDA_FUNCTION: readBy(readLambdaFunction),
  LAMBDA_REGION: readBy(readLambdaRegion),
  LAMBDA_SITE: readBy(readLambdaSite),
  /** Where `npm run voices` fetches models from, without their names. */
  VOICES_MIRROR: httpUrl
    .default('https://github.com/k2-fsa/sherpa-onnx/releases/download/tts-models')
    .transform((url) => url.replace(/\/+$/, '')),
  /** PEM files with which films are signed; both or neither. */
  C2PA_CERT: optionalText,
  C2PA_KEY: optionalText,
  /** Which StoryShort `storyshort` and `npm run mcp` ask; null for that of this machine. */
  STORYSHORT_URL: httpUrl.nullable().default(null),
  /** By what it is let in there: a secret. */
  STORYSHORT_TOKEN: optionalText,
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  /** Where the site tells figures of the whole house; null for nowhere. */
  METRICS_PORT: port.nullable().default(null),
  /** Whether webhooks may be at addresses of this house's own network. */
  WEBHOOKS_TO_OWN_NETWORK: z
    .enum(['yes', 'no'], { error: 'must be yes or no' })
    .default('no')
    .transform((answer) => answer === 'yes'),
  /** The operator's application at YouTube, to which people let their films be published; both or neither. */
  YOUTUBE_CLIENT_ID: optionalText,
  YOUTUBE_CLIENT_SECRET: optionalText,
  /** Another server that speaks YouTube's protocol; null for Google's own. */
  YOUTUBE_BASE_URL: httpUrl
    .transform((url) => url.replace(/\/+$/, ''))
    .nullable()
    .default(null),
  METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  /** Where traces are sent, without the path of traces; null for nowhere. */
  OTEL_EXPORTER_OTLP_ENDPOINT: httpUrl
    .transform((url) => url.replace(/\/+$/, ''))
    .nullable()
    .default(null),
  /** What they are sent with: a secret. */
  OTEL_EXPORTER_OTLP_HEADERS: headers,
  MAX_COST_PER_VIDEO: dollars(USUAL_FILM_CAP_USD),
  MAX_COST_PER_DAY: dollars(null),
});

/** Variables that are set together, and what they are. */
const PAIRS = [
  ['C2PA_CERT', 'C2PA_KEY', 'a certificate and its key are set together'],
  ['YOUTUBE_CLIENT_ID', 'YOUTUBE_CLIENT_SECRET', 'an application’s id and its secret are set together'],
] as const;

const envSchema = variables.superRefine((read, { addIssue }) => {
  for (const [one, other, why] of PAIRS) {
    if ((read[one] === null) === (read[other] === null)) continue;
    addIssue({ code: 'custom', path: [read[one] ? other : one], message: `is needed too: ${why}` });
  }
});

type Read = z.infer<typeof envSchema>;
type LambdaVariable = 'LAMBDA_FUNCTION' | 'LAMBDA_REGION' | 'LAMBDA_SITE';
type SigningVariable = 'C2PA_CERT' | 'C2PA_KEY';
type YoutubeVariable = 'YOUTUBE_CLIENT_ID' | 'YOUTUBE_CLIENT_SECRET' | 'YOUTUBE_BASE_URL';

export type Env = Omit<
  Read,
  'MAX_COST_PER_VIDEO' | 'MAX_COST_PER_DAY' | LambdaVariable | SigningVariable | YoutubeVariable
> & {
  /** Paths of the operator's certificate and key; null where films are signed with a test certificate. */
  signing: { cert: string; key: string } | null;
  /** The operator's application at YouTube; null where no films go there. */
  youtube: { clientId: string; clientSecret: string; baseUrl: string | null } | null;
  /** Where films are drawn on AWS Lambda; null where they are drawn here. */
  lambda: LambdaPlace | null;
  /** Servers that take the built-in engines' place. */
  providers: readonly Provider[];
  caps: CostCaps;
  /** What must never be read anywhere: keys, passwords, headers, whosever they are. */
  secrets: readonly string[];
};

/** Thrown with one line for each variable that is not as it must be; never repeats a value. */
export class EnvError extends Error {
  override readonly name = 'EnvError';
}

/**
 * Reads the environment. Empty variables count as absent.
 * @throws EnvError naming every faulty variable, why it is refused, and where the meaning is written.
 */
export function readEnv(source: Readonly<Record<string, string | undefined>> = process.env): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = envSchema.safeParse(present);
  const read = readProviders(source);
  const lambda = parsed.success ? lambdaPlaceIn(parsed.data) : null;
  if (parsed.success && read.ok && lambda?.lacks.size === 0) {
    const { LAMBDA_FUNCTION: _function, LAMBDA_REGION: _region, LAMBDA_SITE: _site, ...others } = parsed.data;
    const { MAX_COST_PER_VIDEO: perVideoUsd, MAX_COST_PER_DAY: perDayUsd, ...more } = others;
    const { C2PA_CERT: cert, C2PA_KEY: key, ...rested } = more;
    const { YOUTUBE_CLIENT_ID: clientId, YOUTUBE_CLIENT_SECRET: clientSecret, ...most } = rested;
    const { YOUTUBE_BASE_URL: baseUrl, ...rest } = most;
    const caps = { perVideoUsd, perDayUsd };
    return {
      ...rest,
      lambda: lambda.place,
      signing: cert && key ? { cert, key } : null,
      youtube: clientId && clientSecret ? { clientId, clientSecret, baseUrl } : null,
      providers: read.providers,
      caps,
      secrets: secretsIn(present, rest),
    };
  }
  const lines = [
    ...(parsed.error?.issues ?? []).map((issue) => `  ${issue.path.join('.')}: ${issue.message}`),
    ...[...(lambda?.lacks ?? [])].map(([name, message]) => `  ${name}: ${message}`),
    ...(read.ok ? [] : read.issues).map(({ variable, message }) => `  ${variable}: ${message}`),
  ];
  throw new EnvError(`The environment is not as it must be (see .env.example):\n${lines.join('\n')}`);
}

/** The database of a process that cannot bring its own. @throws EnvError when DATABASE_URL is absent. */
export function requireDatabaseUrl(env: Env): string {
  if (env.DATABASE_URL) return env.DATABASE_URL;
  throw new EnvError(
    'DATABASE_URL is not set. Start with `npm start` or `npm run jobs`, which bring a database.',
  );
}

/** The environment of a program that needs none of ours: without keys and addresses. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, LANG, NODE_ENV = 'production' } = process.env;
  return { PATH, HOME, LANG, NODE_ENV };
}
