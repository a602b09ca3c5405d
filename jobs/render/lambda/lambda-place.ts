/** Where on AWS Lambda films are drawn, as the environment tells it. Pure. */
import { LAMBDA_RATES } from './lambda-rates';

/** A function that Remotion's own command deployed; its name tells what it is. */
export interface LambdaFunction {
  name: string;
  /** Of Remotion: it draws for that one alone. */
  version: string;
  memoryMb: number;
  diskMb: number;
  /** How long one of its calls may last. */
  timeoutS: number;
}

export interface LambdaPlace {
  function: LambdaFunction;
  region: string;
  /** Of the composition, as Remotion's own command deployed it. */
  siteUrl: string;
}

/** Thrown with what is wrong about a setting; never repeats it. */
export class LambdaPlaceError extends Error {
  override readonly name = 'LambdaPlaceError';
}

const FUNCTION = /^remotion-render-([\w-]+?)-mem(\d+)mb-disk(\d+)mb-(\d+)sec$/;

/** @throws LambdaPlaceError */
export function readLambdaFunction(name: string): LambdaFunction {
  const [, version = '', memory, disk, timeout] = FUNCTION.exec(name) ?? [];
  if (!version)
    throw new LambdaPlaceError(
      'must be a name such as remotion-render-4-0-527-mem2048mb-disk2048mb-240sec, as “remotion lambda functions deploy” gives it',
    );
  return {
    ...{ name, version: version.replaceAll('-', '.') },
    ...{ memoryMb: Number(memory), diskMb: Number(disk), timeoutS: Number(timeout) },
  };
}

/** @throws LambdaPlaceError */
export function readLambdaRegion(region: string): string {
  if (region in LAMBDA_RATES) return region;
  throw new LambdaPlaceError(`must be one of ${Object.keys(LAMBDA_RATES).join(', ')}`);
}

/** @throws LambdaPlaceError */
export function readLambdaSite(text: string): string {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search)
    throw new LambdaPlaceError(
      'must be the https:// address that “remotion lambda sites create” gives, without keys',
    );
  return url.href;
}

/** What is read of the environment. */
interface LambdaVariables {
  RENDER_ENGINE: string;
  /** Whatever says where films are kept, or null. */
  STORAGE_URL: object | null;
  LAMBDA_FUNCTION: LambdaFunction | null;
  LAMBDA_REGION: string | null;
  LAMBDA_SITE: string | null;
}

/**
 * Where films are drawn on AWS Lambda; null where they are drawn here.
 * @returns with what is lacking for it, by the names of variables
 */
export function lambdaPlaceIn({
  RENDER_ENGINE,
  STORAGE_URL,
  LAMBDA_FUNCTION,
  LAMBDA_REGION,
  LAMBDA_SITE,
}: LambdaVariables): { place: LambdaPlace | null; lacks: Map<string, string> } {
  const lacks = new Map<string, string>();
  if (RENDER_ENGINE !== 'lambda') return { place: null, lacks };
  const need = (name: string, what: string) => lacks.set(name, `RENDER_ENGINE=lambda needs ${what}`);
  if (!LAMBDA_FUNCTION) need('LAMBDA_FUNCTION', 'the name of a function that Remotion’s command deployed');
  if (!LAMBDA_REGION) need('LAMBDA_REGION', 'the region in which it is');
  if (!LAMBDA_SITE) need('LAMBDA_SITE', 'the address of the composition that it draws');
  if (!STORAGE_URL) need('STORAGE_URL', 'a bucket, from which it fetches pictures and clips');
  const isWhole = LAMBDA_FUNCTION && LAMBDA_REGION && LAMBDA_SITE && STORAGE_URL;
  return {
    place: isWhole ? { function: LAMBDA_FUNCTION, region: LAMBDA_REGION, siteUrl: LAMBDA_SITE } : null,
    lacks,
  };
}
