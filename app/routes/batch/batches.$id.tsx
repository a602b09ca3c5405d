/** A batch: how far each of its stories is, and what can be done with all of them. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json, redirect } from '@remix-run/node';
import {
  type ClientActionFunctionArgs,
  type ClientLoaderFunctionArgs,
  useActionData,
  useLoaderData,
  useNavigation,
  useRevalidator,
} from '@remix-run/react';
import { useEffect, useState } from 'react';
import { BatchControls } from '#app/batch/BatchControls.tsx';
import { BatchCounts } from '#app/batch/BatchCounts.tsx';
import { BatchIssues } from '#app/batch/BatchIssues.tsx';
import { BatchTable } from '#app/batch/BatchTable.tsx';
import { type BatchView, batchName, batchStateLabel } from '#app/batch/batch-view.ts';
import { readBatchView } from '#app/batch/read-batch-view.server.ts';
import { sendAct } from '#app/batch/send-batch.ts';
import { asApiFault, type PublicFault } from '#app/http/api-fault.ts';
import { actOnOwnBatch } from '#app/http/batch/batch-act.server.ts';
import { ownBatchId } from '#app/http/batch/own-batch.server.ts';
import { readFields } from '#app/http/read-fields.server.ts';
import { wordsIn } from '#app/language/spoken-words.ts';
import { titleWords } from '#app/language/title-words.ts';
import { useWords } from '#app/language/use-words.ts';
import { Icon } from '#app/shell/Icon.tsx';
import { createLastKnown, type MaybeStale } from '#app/video/last-known.ts';
import { HIDDEN_POLL_INTERVAL_MS, nextPace, STEADY_PACE } from '#app/video/poll-pace.ts';
import { usePolling } from '#app/video/use-polling.ts';

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const words = titleWords(matches);
  const { t } = words;
  return [
    {
      title: data
        ? t('{{ready}} of {{stories}} · {{name}}', {
            ready: data.counts.ready,
            stories: data.counts.stories,
            name: batchName(data, words),
          })
        : 'StoryShort',
    },
    { name: 'description', content: t('A batch of stories: how far each of their films is.') },
  ];
};

export async function loader({ params, context }: LoaderFunctionArgs) {
  try {
    const id = await ownBatchId(context, params.id);
    return json<BatchView>(await readBatchView(context.backend, id, wordsIn(context.language)), {
      headers: { 'Cache-Control': 'no-store' },
    });
  } catch (thrown) {
    if (asApiFault(thrown)?.status === 404) throw json(null, { status: 404 });
    throw thrown;
  }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  try {
    const id = await ownBatchId(context, params.id);
    await actOnOwnBatch(context, id, await readFields(request));
    return redirect(`/batches/${id}`, 303);
  } catch (thrown) {
    const refused = asApiFault(thrown);
    if (!refused) throw thrown;
    return json({ error: refused.fault }, { status: refused.status });
  }
}

/** In the page a server that does not answer leaves the page standing. */
export async function clientAction({ serverAction }: ClientActionFunctionArgs) {
  const refused = await sendAct(() => serverAction<typeof action>());
  return refused && { error: refused.fault };
}

const lastKnown = createLastKnown<BatchView>();

export function clientLoader({ params, serverLoader }: ClientLoaderFunctionArgs) {
  return lastKnown.load(params.id ?? '', () => serverLoader<typeof loader>());
}

export default function BatchPage() {
  const words = useWords();
  const { t, told, number } = words;
  const batch = useLoaderData<typeof loader>() as BatchView | MaybeStale<BatchView>;
  const answer = useActionData<{ error: PublicFault } | null>();
  const isStale = 'isStale' in batch && batch.isStale;
  const { id, state, counts, trouble } = batch;
  useEffect(() => lastKnown.remember(id, batch), [id, batch]);
  const isFollowed = useFollowing(batch, isStale);
  return (
    <div className="page-width batches" data-state={state}>
      {isFollowed && (
        <noscript>
          <meta httpEquiv="refresh" content="5" />
        </noscript>
      )}
      <header className="page-head">
        <h1>
          <bdi>{batchName(batch, words)}</bdi>
        </h1>
        <p className="lead">
          {t('{{state}}: {{ready}} of {{stories}} films are ready.', {
            state: t(batchStateLabel(state)),
            count: counts.stories,
            ready: number(counts.ready),
            stories: number(counts.stories),
          })}
          {isStale && ` ${t('StoryShort cannot be reached just now; this is how far it was.')}`}
        </p>
      </header>
      <BatchIssues issues={[]} fault={answer?.error ?? null} />
      {trouble && state === 'paused' && (
        <p className="batch-trouble" role="status">
          <Icon name="alert" />
          <span>
            <strong>{told(trouble.message)}</strong> {told(trouble.hint)}
          </span>
        </p>
      )}
      <BatchCounts batch={batch} />
      <BatchControls batch={batch} />
      <p className="batch-ways">
        <a className="button" href={`/api/batch-results?id=${id}`} download>
          <Icon name="download" /> {t(counts.ready > 0 ? 'Films and report' : 'Report')}
        </a>
      </p>
      <BatchTable items={batch.items} />
    </div>
  );
}

/** Asks again and again while something of it may change. @returns whether it does */
function useFollowing(batch: BatchView, isStale: boolean): boolean {
  const { revalidate, state: revalidation } = useRevalidator();
  const navigation = useNavigation().state;
  const [pace, setPace] = useState(STEADY_PACE);
  // Each answer is another object.
  useEffect(() => {
    if (batch) setPace((current) => nextPace(current, isStale ? 'unanswered' : 'answered'));
  }, [batch, isStale]);
  const { counts } = batch;
  const active = batch.state === 'running' || counts.making + counts['going-on'] > 0;
  usePolling({
    active,
    busy: revalidation !== 'idle' || navigation !== 'idle',
    pace,
    hiddenMs: HIDDEN_POLL_INTERVAL_MS,
    poll: revalidate,
  });
  return active;
}
