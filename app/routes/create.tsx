/** Create: a story, a few choices, one button. */

import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json, redirect } from '@remix-run/node';
import { type ClientActionFunctionArgs, Link, useActionData, useLoaderData } from '@remix-run/react';
import { emptyForm, sentForm } from '#app/create/create-form.ts';
import { formatsAsked } from '#app/create/formats/also-fields.ts';
import { newKeyOnConflict } from '#app/create/keyed-form.ts';
import type { Refusal } from '#app/create/refusal.ts';
import { StoryForm } from '#app/create/StoryForm.tsx';
import { sendStory } from '#app/create/send-story.ts';
import { offeredLanguages } from '#app/create/sound/offered-languages.ts';
import { asApiFault, type PublicFault } from '#app/http/api-fault.ts';
import { readIdempotencyKey } from '#app/http/idempotency-key.ts';
import { readMusicUpload } from '#app/http/music-upload.server.ts';
import { noteDeed } from '#app/http/note-deed.server.ts';
import { draftSurroundings, orderVideo } from '#app/http/order-video.server.ts';
import { readFields } from '#app/http/read-fields.server.ts';
import { phrase } from '#app/language/phrase.ts';
import { wordsIn } from '#app/language/spoken-words.ts';
import { titleWords } from '#app/language/title-words.ts';
import { useWords } from '#app/language/use-words.ts';
import { isDatabaseAway } from '#jobs/db/away/database-away.ts';
import { listFilmTimes } from '#jobs/db/videos.server.ts';
import { isConfigured } from '#jobs/ports/engine-overview.ts';
import { usualPace } from '#jobs/story/film/time-left.ts';
import { readDraft } from '#jobs/story/order/draft.ts';
import { SAMPLE_STORIES } from '#jobs/story/order/sample-stories.ts';

export const meta: MetaFunction = ({ matches }) => {
  const { t } = titleWords(matches);
  return [
    { title: t('Create a video · StoryShort') },
    {
      name: 'description',
      content: t(
        'Write or paste a story, choose how it looks and sounds, and press one button to make the film.',
      ),
    },
  ];
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const wanted = new URL(request.url).searchParams.get('sample');
  const sample = SAMPLE_STORIES.find(({ id }) => id === wanted);
  const values = { ...emptyForm(), ...(sample && { story: sample.story, title: sample.title }) };
  // One key for each showing of the form: pressing the button twice makes one video.
  const speech = await context.readSpeech();
  const { engines } = context;
  const money = {
    canWrite: isConfigured(engines, 'script'),
    tariff: engines?.tariff ?? null,
    filmCapUsd: engines?.caps.perVideoUsd ?? null,
  };
  const pictures = engines?.pictures ?? null;
  const motion = engines?.motion ?? null;
  return json(
    {
      ...{ values, speech, pictures, motion, ...money, idempotencyKey: randomUUID() },
      languages: offeredLanguages(wordsIn(context.language)),
      makingPace: usualPace(await listFilmTimes(context.backend.db).catch(nothingWhileAway)),
    },
    { headers: { 'Cache-Control': 'no-store' } },
  );
}

/** A form is shown, and keeps what was typed, also while nobody can tell how long films take. */
function nothingWhileAway(error: unknown): never[] {
  if (isDatabaseAway(error)) return [];
  throw error;
}

export async function action({ request, context }: ActionFunctionArgs) {
  let values = emptyForm();
  try {
    const fields = await readFields(request);
    values = sentForm(fields);
    if (context.refusal) throw context.refusal;
    const key = readIdempotencyKey(fields.idempotencyKey);
    const upload = fields.music === 'own' ? await readMusicUpload(fields.ownMusic) : null;
    const refused = upload && 'code' in upload ? upload : null;
    const music = upload && 'music' in upload ? upload : null;
    const asked = { ...fields, formats: formatsAsked(fields), ...(refused && { music: 'none' }) };
    const result = readDraft(asked, {
      ...(await draftSurroundings(context)),
      ownMusic: music?.music ?? null,
    });
    const issues = [...(refused ? [refused] : []), ...(result.ok ? [] : result.issues)];
    if (!result.ok || issues.length > 0) {
      return json<Refusal>({ issues, fault: null, values }, { status: 422 });
    }
    const { videoId, formats } = await orderVideo(context, result.draft, { key, music });
    for (const id of [videoId, ...formats]) await noteDeed(context, 'video.created', id);
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

/** In the page a server that does not answer leaves the form standing. */
export function clientAction({ serverAction }: ClientActionFunctionArgs): Promise<Refusal> {
  return sendStory(() => serverAction<typeof action>());
}

export const shouldRevalidate = newKeyOnConflict;

export default function Create() {
  const { t } = useWords();
  const { values, ...form } = useLoaderData<typeof loader>();
  const refusal = useActionData<Refusal>();
  return (
    <div className="page-width create">
      <header className="page-head">
        <h1>{t('Tell your story')}</h1>
        <p className="lead">{t('Write it or paste it. Everything else already has a good default.')}</p>
        <p>
          <Link to="/batches">{t('Many stories at once')}</Link>
        </p>
      </header>
      <StoryForm
        values={refusal?.values ?? values}
        {...form}
        issues={refusal?.issues ?? []}
        fault={refusal?.fault ?? null}
        isFresh={!refusal}
      />
    </div>
  );
}

/** In the form the key is ours, so that its conflict means an older copy of the page. */
function faultOfForm(fault: PublicFault): PublicFault {
  if (fault.code !== 'idempotency_conflict') return fault;
  return {
    code: fault.code,
    message: phrase('This page was already used to make another film.'),
    hint: phrase('Press the button once more to make this one as well.'),
  };
}
