/** `/api/v1/…`: whatever `app/api/operations` describe, as `/api/docs` tells it. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { answerOperation } from '#app/api/answer-operation.server.ts';

export function loader({ request, context }: LoaderFunctionArgs) {
  return answerOperation(context, request);
}

export function action({ request, context }: ActionFunctionArgs) {
  return answerOperation(context, request);
}
