/** Batches: those that there are, and a form for a new one. */

import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json, redirect } from '@remix-run/node';
import { type ClientActionFunctionArgs, useActionData, useLoaderData } from '@remix-run/react';
import { useRef } from 'react';
import { BatchForm } from '#app/batch/BatchForm.tsx';
import { BatchList } from '#app/batch/BatchList.tsx';
import { type BatchAnswer, type BatchValues, emptyBatch, sentBatch } from '#app/batch/batch-form.ts';
import { listedState } from '#app/batch/batch-view.ts';
import { boxedStories } from '#app/batch/boxed-stories.ts';
import { batchChoosers } from '#app/batch/choosers.ts';
import { sendBatch } from '#app/batch/send-batch.ts';
import { costToGoOn } from '#app/create/cost-words.ts';
import { newKeyOnConflict } from '#app/create/keyed-form.ts';
import { asApiFault } from '#app/http/api-fault.ts';
import { checkBatch, readSentBatch } from '#app/http/batch/batch-order.server.ts';
import { noteDeed } from '#app/http/note-deed.server.ts';
import { wordsIn } from '#app/language/spoken-words.ts';
import { titleWords } from '#app/language/title-words.ts';
import { useWords } from '#app/language/use-words.ts';
import { holdQuota } from '#jobs/accounts/quota.server.ts';
import { listBatches } from '#jobs/db/batches/batch-items.server.ts';
import { listFilmTimes } from '#jobs/db/videos.server.ts';
import { isConfigured } from '#jobs/ports/engine-overview.ts';
import { usualPace } from '#jobs/story/film/time-left.ts';
import { advanceBatch } from '#jobs/work/batches/advance-batch.server.ts';
import { orderBatch } from '#jobs/work/batches/order-batch.server.ts';

export const meta: MetaFunction = ({ matches }) => {
  const { t } = titleWords(matches);
  return [
    { title: t('Batches · StoryShort') },
    {
      name: 'description',
      content: t('Many stories at once, from a table or a folder, each of them a film.'),
    },
  ];
};

export async function loader({ context }: LoaderFunctionArgs) {
  const { backend, engines, visitor } = context;
  const batches = await listBatches(backend.db, visitor?.id ?? null);
  const choosers = batchChoosers({
    speech: await context.readSpeech(),
    pictures: engines?.pictures ?? null,
    motion: engines?.motion ?? null,
    canWrite: isConfigured(engines, 'script'),
  });
  return json(
    {
      choosers,
      idempotencyKey: randomUUID(),
      batches: batches.map(({ id, name, createdAt, stories, ready, ...batch }) => ({
        ...{ id, name, stories, ready, createdAt: createdAt.toISOString() },
        state: listedState({ stories, ...batch }),
      })),
    },
    { headers: { 'Cache-Control': 'no-store' } },
  );
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { backend } = context;
  const answer: BatchAnswer = { id: randomUUID(), values: null, issues: [], fault: null, estimate: null };
  try {
    const came = await readSentBatch(request);
    const { text, read } = boxedStories(came.files ?? [], came.read);
    answer.values = sentBatch(came.fields, text);
    const checked = await checkBatch(context, { ...came, read });
    if (!checked.ok) return json<BatchAnswer>({ ...answer, issues: checked.issues }, { status: 422 });
    await holdQuota(backend, backend.ownerId);
    if (came.isCheck) {
      const { films, words, durationMs, usd } = checked.estimate;
      const pace = usualPace(await listFilmTimes(backend.db));
      const { tariff } = backend.money;
      const cost = tariff && costToGoOn(usd, tariff, wordsIn(context.language));
      const estimate = { films, words, durationMs, makingMs: durationMs * pace, cost };
      return json<BatchAnswer>({ ...answer, estimate });
    }
    const { batchId, created } = await orderBatch(backend, checked.order, came.key);
    if (created) await noteDeed(context, 'batch.created', batchId);
    await advanceBatch(backend, batchId);
    return redirect(`/batches/${batchId}`, 303);
  } catch (thrown) {
    const refused = asApiFault(thrown);
    if (!refused) throw thrown;
    return json<BatchAnswer>({ ...answer, fault: refused.fault }, { status: refused.status });
  }
}

/** In the page a server that does not answer leaves the form standing. */
export function clientAction({ serverAction }: ClientActionFunctionArgs): Promise<BatchAnswer> {
  return sendBatch(() => serverAction<typeof action>());
}

export const shouldRevalidate = newKeyOnConflict;

export default function Batches() {
  const { t } = useWords();
  const { choosers, idempotencyKey, batches } = useLoaderData<typeof loader>();
  const answer = useActionData<BatchAnswer>();
  // An answer that brings nothing back leaves the form as it stands.
  const shown = useRef<{ key: string; values: BatchValues }>({ key: 'first', values: emptyBatch() });
  if (answer?.values) shown.current = { key: answer.id, values: answer.values };
  return (
    <div className="page-width batches">
      <header className="page-head">
        <h1>{t('Many stories at once')}</h1>
        <p className="lead">
          {t(
            'All of them are checked before the first one starts. A batch goes on whatever happens to this machine.',
          )}
        </p>
      </header>
      <BatchForm
        key={shown.current.key}
        values={shown.current.values}
        choosers={choosers}
        issues={answer?.issues ?? []}
        fault={answer?.fault ?? null}
        estimate={answer?.estimate ?? null}
        idempotencyKey={idempotencyKey}
      />
      <BatchList batches={batches} />
    </div>
  );
}
