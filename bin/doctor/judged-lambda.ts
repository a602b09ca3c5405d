/** Whether AWS Lambda can draw, where it is to. Pure. */
import type { LambdaPlace } from '#jobs/render/lambda/lambda-place.ts';
import type { LambdaAnswer, LambdaSight } from '#jobs/render/lambda/lambda-sight.server.ts';
import { type Finding, fault, note, ok } from './finding';

/** Less than this is short of what a browser and an encoder need, MB. */
const ENOUGH_MB = 1700;
/** A function that may not last so long has to be done with its frames sooner than most are, s. */
const ENOUGH_S = 90;

const DEPLOY = 'deploy function and site of this version (docs/scaling.md)';

export function judgeLambda(place: LambdaPlace, { installed, hasKeys }: LambdaSight): Finding[] {
  const { name, version, memoryMb, timeoutS } = place.function;
  if (!hasKeys)
    return [
      fault(
        'lambda',
        `There are no keys by which ${name} could be called.`,
        'set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE; on a machine with a role of its own REMOTION_SKIP_AWS_CREDENTIALS_CHECK=1',
      ),
    ];
  if (version !== installed)
    return [
      fault(
        'lambda',
        `${name} is of Remotion ${version}, and films are made with ${installed} here.`,
        DEPLOY,
      ),
    ];
  const drawn = ok('lambda', `Films are drawn by ${name} in ${place.region}, for money.`);
  if (memoryMb >= ENOUGH_MB && timeoutS >= ENOUGH_S) return [drawn];
  return [
    drawn,
    note(
      'lambda',
      `A function with ${memoryMb} MB and ${timeoutS} s may break off in the middle of a scene.`,
      'deploy one with 2048 MB and 240 s',
    ),
  ];
}

/** @param answer of the function and its site */
export function judgeLambdaAnswer(place: LambdaPlace, answer: LambdaAnswer): Finding[] {
  return [
    answer.function
      ? fault('lambda, asked', answer.function.message, answer.function.hint)
      : ok('lambda, asked', `${place.function.name} answers.`),
    answer.site
      ? fault('lambda site', `The composition at LAMBDA_SITE is not to be had: ${answer.site}.`, DEPLOY)
      : ok('lambda site', 'The composition is there.'),
  ];
}
