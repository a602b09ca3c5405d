/** What can be seen of the place on AWS Lambda where films are drawn, before any is. */
import { getAwsClient, getFunctionVersion, LambdaClientInternals } from '@remotion/lambda-client';
import type { Fault } from '#jobs/story/film/fault.ts';
import { lambdaFault } from './lambda-fault';
import type { LambdaPlace } from './lambda-place';

/** How long the site is waited for, ms. */
const SITE_MS = 10_000;

/** What is seen without asking anybody. */
export interface LambdaSight {
  /** Version of Remotion that this house draws with. */
  installed: string;
  hasKeys: boolean;
}

/** What came back; null for what is as it should be. */
export interface LambdaAnswer {
  function: Fault | null;
  /** Why the composition is not to be had, a few words. */
  site: string | null;
}

export function seeLambda({ region }: LambdaPlace): LambdaSight {
  return {
    installed: LambdaClientInternals.LAMBDA_VERSION_STRING.replaceAll('-', '.'),
    hasKeys: hasKeys(region),
  };
}

/** Asks the function for its version, which is a call of some ms, and the site for its page. */
export async function askLambda(place: LambdaPlace): Promise<LambdaAnswer> {
  const [functionFault, site] = await Promise.all([askFunction(place), askSite(place)]);
  return { function: functionFault, site };
}

async function askFunction({ function: { name }, region }: LambdaPlace): Promise<Fault | null> {
  const server = { capability: 'render', host: `lambda.${region}.amazonaws.com` } as const;
  try {
    await getFunctionVersion({
      ...{ functionName: name, region: region as 'eu-central-1' },
      ...{ logLevel: 'error', requestHandler: undefined },
    });
    return null;
  } catch (error) {
    return lambdaFault(error, server, { functionName: name, isPaid: false }).toFault();
  }
}

async function askSite({ siteUrl }: LambdaPlace): Promise<string | null> {
  try {
    const { ok, status } = await fetch(siteUrl, { method: 'HEAD', signal: AbortSignal.timeout(SITE_MS) });
    return ok ? null : `it answers with status ${status}`;
  } catch {
    return 'it cannot be reached';
  }
}

/** The client looks for them before it asks anybody. */
function hasKeys(region: string): boolean {
  try {
    getAwsClient({ region: region as 'eu-central-1', service: 'lambda' });
    return true;
  } catch {
    return false;
  }
}
