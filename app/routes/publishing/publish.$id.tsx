/** One film's publishing: where its forms are sent to, and shown again with what was typed where they are refused. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { asApiFault } from '#app/http/api-fault.ts';
import { owns, ownVideoId } from '#app/http/own-video.server.ts';
import { readFields } from '#app/http/read-fields.server.ts';
import { Rich } from '#app/language/Rich.tsx';
import { titleWords } from '#app/language/title-words.ts';
import { useWords } from '#app/language/use-words.ts';
import { PublicationList } from '#app/publishing/PublicationList.tsx';
import { PublishForm } from '#app/publishing/PublishForm.tsx';
import { actOnPublishing, type RefusedPublishing } from '#app/publishing/publish-acts.server.ts';
import { readPublishing } from '#app/publishing/read-publishing.server.ts';
import { usePublications } from '#app/publishing/use-publications.ts';
import { displayTitle } from '#app/video/status-words.ts';
import { findVideo } from '#jobs/db/videos.server.ts';
import { videoProvenance } from '#jobs/work/handoff/film-provenance.server.ts';

export const meta: MetaFunction = ({ matches }) => [{ title: titleWords(matches).t('Publish · StoryShort') }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const id = params.id ?? '';
  const video = (await owns(context, id)) ? await findVideo(context.backend.db, id) : null;
  const provenance = video && (await videoProvenance(context.backend, video).catch(() => null));
  const publishing = video && (await readPublishing(context, video, provenance));
  if (!video || !publishing) throw json(null, { status: 404 });
  return json({ id: video.id, title: video.title, publishing }, { headers: { 'Cache-Control': 'no-store' } });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  try {
    const id = await ownVideoId(context, params.id);
    if (!context.publishing) throw json(null, { status: 404 });
    const refused = await actOnPublishing(context, id, await readFields(request));
    if (refused) return json(refused, { status: 422, headers: { 'Cache-Control': 'no-store' } });
    return redirect(`/video/${id}#publish`, 303);
  } catch (thrown) {
    const fault = asApiFault(thrown);
    throw fault ? json({ error: fault.fault }, { status: fault.status }) : thrown;
  }
}

export default function PublishPage() {
  const { id, title, publishing } = useLoaderData<typeof loader>();
  const answer = useActionData<RefusedPublishing>();
  const publications = usePublications(id, publishing);
  const fault = answer?.fault;
  const words = useWords();
  const { told } = words;
  return (
    <div className="page-width account">
      <header className="page-head">
        <h1>
          <Rich text="Publish “<film/>”" parts={{ film: <bdi>{displayTitle(title, words)}</bdi> }} />
        </h1>
        <p>
          <Rich
            text="<film>Back to the film</film>, or <places>connect a place</places>."
            parts={{ film: <Link to={`/video/${id}`} />, places: <Link to="/publishing" /> }}
          />
        </p>
        {fault && (
          <p className="form-fault" role="alert">
            <strong>{told(fault.message)}</strong> {told(fault.hint)}
          </p>
        )}
      </header>
      {publications.length > 0 && <PublicationList videoId={id} publications={publications} />}
      <PublishForm
        videoId={id}
        targets={publishing.targets}
        suggested={publishing.suggested}
        isAgain={publications.some(({ state }) => state === 'published')}
        typed={answer?.typed ?? {}}
        issues={answer?.issues ?? []}
      />
    </div>
  );
}
