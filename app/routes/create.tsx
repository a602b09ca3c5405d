/** Create: a story, a few choices, one button. */
import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { type DraftIssue, readDraft } from '../../jobs/domain/draft';
import { SAMPLE_STORIES } from '../../jobs/domain/sample-stories';
import { submitVideo } from '../../jobs/queue/enqueue.server';
import { StoryForm } from '../components/StoryForm';
import { asApiFault, type PublicFault } from '../http/api-fault';
import { readIdempotencyKey } from '../http/idempotency-key';
import { readFields } from '../http/read-fields.server';
import { emptyForm, type FormValues, sentForm } from '../views/create-form';

export const meta: MetaFunction = () => [{ title: 'Create a video · StoryShort' }];

interface Refusal {
  issues: DraftIssue[];
  /** What is wrong with the request as a whole. */
  fault: PublicFault | null;
  values: FormValues;
}

export function loader({ request }: LoaderFunctionArgs) {
  const wanted = new URL(request.url).searchParams.get('sample');
  const sample = SAMPLE_STORIES.find(({ id }) => id === wanted);
  const values = { ...emptyForm(), ...(sample && { story: sample.story, title: sample.title }) };
  // One key for each showing of the form: pressing the button twice makes one video.
  return json({ values, idempotencyKey: randomUUID() }, { headers: { 'Cache-Control': 'no-store' } });
}

export async function action({ request, context }: ActionFunctionArgs) {
  let values = emptyForm();
  try {
    const fields = await readFields(request);
    values = sentForm(fields);
    const key = readIdempotencyKey(fields.idempotencyKey);
    const result = readDraft(fields);
    if (!result.ok) return json<Refusal>({ issues: result.issues, fault: null, values }, { status: 422 });
    const { videoId } = await submitVideo(context.desk, result.draft, key);
    return redirect(`/video/${videoId}`, 303);
  } catch (thrown) {
    const refused = asApiFault(thrown);
    if (!refused) throw thrown;
    return json<Refusal>(
      { issues: [], fault: faultOfForm(refused.fault), values },
      { status: refused.status },
    );
  }
}

export default function Create() {
  const { values, idempotencyKey } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  return (
    <div className="page-width create">
      <header className="page-head">
        <h1>Tell your story</h1>
        <p className="lead">Write it or paste it. Everything else already has a good default.</p>
      </header>
      <StoryForm
        values={refusal?.values ?? values}
        issues={refusal?.issues ?? []}
        fault={refusal?.fault ?? null}
        idempotencyKey={idempotencyKey}
      />
    </div>
  );
}

/** In the form the key is ours, so that its conflict means an older copy of the page. */
function faultOfForm(fault: PublicFault): PublicFault {
  if (fault.code !== 'idempotency_conflict') return fault;
  return {
    code: fault.code,
    message: 'This page was already used to make another film.',
    hint: 'Press the button once more to make this one as well.',
  };
}
