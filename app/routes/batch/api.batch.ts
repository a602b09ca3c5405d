/**
 * `POST /api/batch`: checks many stories, and orders them all or none.
 * `GET /api/batch?id=`: how far a batch is. `POST /api/batch?id=`: pause, go on, cancel, release, change.
 */
import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node';
import { readBatchView } from '#app/batch/read-batch-view.server.ts';
import { answerApi, methodNotAllowed } from '#app/http/answer-api.server.ts';
import { actOnOwnBatch } from '#app/http/batch/batch-act.server.ts';
import { checkBatch, readSentBatch, toldEstimate } from '#app/http/batch/batch-order.server.ts';
import { ownBatchId } from '#app/http/batch/own-batch.server.ts';
import { noteDeed } from '#app/http/note-deed.server.ts';
import { readFields } from '#app/http/read-fields.server.ts';
import { ENGLISH } from '#app/language/spoken-words.ts';
import { holdQuota } from '#jobs/accounts/quota.server.ts';
import { advanceBatch } from '#jobs/work/batches/advance-batch.server.ts';
import { orderBatch } from '#jobs/work/batches/order-batch.server.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answerApi(context, async () => {
    const id = await ownBatchId(context, new URL(request.url).searchParams.get('id'));
    return { status: 200, body: await readBatchView(context.backend, id, ENGLISH) };
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  if (request.method !== 'POST') return methodNotAllowed(request.method, ['GET', 'HEAD', 'POST']);
  const given = new URL(request.url).searchParams.get('id');
  return answerApi<unknown>(context, () =>
    given === null ? order(context, request) : act(context, request, given),
  );
}

async function act(context: AppLoadContext, request: Request, given: string) {
  const id = await ownBatchId(context, given);
  await actOnOwnBatch(context, id, await readFields(request));
  return { status: 200, body: await readBatchView(context.backend, id, ENGLISH) };
}

async function order(context: AppLoadContext, request: Request) {
  const { backend } = context;
  const sent = await readSentBatch(request);
  const checked = await checkBatch(context, sent);
  if (!checked.ok) {
    const [first] = checked.issues;
    return { status: 422, body: { error: first, issues: checked.issues } };
  }
  const estimate = toldEstimate(checked.estimate);
  if (sent.isCheck) return { status: 200, body: { estimate } };
  await holdQuota(backend, backend.ownerId);
  const { batchId, created } = await orderBatch(backend, checked.order, sent.key);
  if (created) await noteDeed(context, 'batch.created', batchId);
  await advanceBatch(backend, batchId);
  const pageUrl = `/batches/${batchId}`;
  return {
    status: created ? 201 : 200,
    body: { batchId, statusUrl: `/api/batch?id=${batchId}`, pageUrl, estimate },
    headers: { Location: pageUrl },
  };
}
