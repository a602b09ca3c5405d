/** A video: what is being made, then the film. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json, redirect } from '@remix-run/node';
import {
  type ClientLoaderFunctionArgs,
  type ShouldRevalidateFunction,
  useLoaderData,
  useSearchParams,
  useSubmit,
} from '@remix-run/react';
import { useCallback, useEffect } from 'react';
import { asApiFault } from '#app/http/api-fault.ts';
import { readFields } from '#app/http/read-fields.server.ts';
import { actOnVideo } from '#app/http/video-action.server.ts';
import { readVideoId } from '#app/http/video-id.ts';
import { AttentionPanel } from '#app/video/AttentionPanel.tsx';
import { DeleteVideo } from '#app/video/DeleteVideo.tsx';
import { Downloads } from '#app/video/Downloads.tsx';
import { FailurePanel } from '#app/video/FailurePanel.tsx';
import { FilmFrame } from '#app/video/film/FilmFrame.tsx';
import { FilmNote } from '#app/video/film/FilmNote.tsx';
import { HistoryList } from '#app/video/HistoryList.tsx';
import { createLastKnown } from '#app/video/last-known.ts';
import { ProgressBanner } from '#app/video/live/ProgressBanner.tsx';
import { tabTitle } from '#app/video/live/progress-words.ts';
import { readStatusContext } from '#app/video/live/read-status-context.server.ts';
import { reachesPage } from '#app/video/live/revalidation-scope.ts';
import { useSafetyNet } from '#app/video/live/use-safety-net.ts';
import { useTabTitle } from '#app/video/live/use-tab-title.ts';
import { useTransitionToasts } from '#app/video/live/use-transition-toasts.ts';
import { useVideoStatus } from '#app/video/live/use-video-status.ts';
import { Storyboard } from '#app/video/Storyboard.tsx';
import { displayTitle } from '#app/video/status-words.ts';
import { TakeAlong } from '#app/video/TakeAlong.tsx';
import { Toasts } from '#app/video/Toasts.tsx';
import { VideoHead } from '#app/video/VideoHead.tsx';
import { type VideoPageView, videoPageView } from '#app/video/video-page-view.ts';
import { WholeStory } from '#app/video/WholeStory.tsx';
import { findVideo } from '#jobs/db/videos.server.ts';
import { readPaidUsd } from '#jobs/ledger/spending.server.ts';
import { isFinished } from '#jobs/story/film/status.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? tabTitle(displayTitle(data.status.title), data.status) : 'StoryShort' },
  { name: 'description', content: 'A story as a short film: its scenes, its voice, and how far it is.' },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db } = context.backend;
  const video = await findVideo(db, params.id ?? '');
  if (!video) throw json(null, { status: 404 });
  const [told, spentUsd] = await Promise.all([
    readStatusContext(context.backend, video),
    readPaidUsd(db, video.id),
  ]);
  const money = { spentUsd, tariff: context.engines?.tariff ?? null };
  return json<VideoPageView>(videoPageView(video, told, money));
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  try {
    const id = readVideoId(params.id);
    const { intent } = await readFields(request);
    await actOnVideo(context, id, intent);
    return redirect(intent === 'delete' ? '/' : `/video/${id}`, 303);
  } catch (thrown) {
    const refused = asApiFault(thrown);
    if (!refused) throw thrown;
    throw json({ error: refused.fault }, { status: refused.status });
  }
}

const lastKnown = createLastKnown<VideoPageView>();

export function clientLoader({ params, serverLoader }: ClientLoaderFunctionArgs) {
  return lastKnown.load(params.id ?? '', () => serverLoader<typeof loader>());
}

export const shouldRevalidate: ShouldRevalidateFunction = reachesPage;

export default function VideoPage() {
  const page = useLoaderData<typeof loader>();
  const { toldFrom } = page;
  const isExpecting = useSafetyNet(page.status.id, page.needsSafetyNet);
  const { status, transitions, isConnected } = useVideoStatus(page.status, { toldFrom, isExpecting });
  const [search] = useSearchParams();
  const submit = useSubmit();
  const { id } = status;
  const retry = useCallback(
    () => submit({ intent: 'process' }, { method: 'post', action: `/video/${id}` }),
    [submit, id],
  );
  useTransitionToasts(status, transitions, retry, page.toGoOn);
  useTabTitle(tabTitle(displayTitle(status.title), status));
  useEffect(() => lastKnown.remember(page.status.id, page), [page]);
  const isWorking = !isFinished(status.status);
  const isAskingToDelete = search.get('confirm') === 'delete';

  return (
    <div className="page-width video-page" data-status={status.status}>
      {isWorking && !isAskingToDelete && (
        <noscript>
          <meta httpEquiv="refresh" content="3" />
        </noscript>
      )}
      <div className="video-words">
        <VideoHead status={status} spent={page.spent} toGoOn={page.toGoOn} />
        {status.status === 'failed' && <FailurePanel status={status} cost={page.toGoOn} />}
        {status.status === 'completed' && status.attention > 0 && (
          <AttentionPanel count={status.attention} cost={page.toGoOn} />
        )}
        {status.status === 'completed' && status.note && <FilmNote note={status.note} />}
      </div>
      <FilmFrame
        key={id}
        status={status}
        languageName={page.languageName}
        format={page.format}
        preview={page.preview}
      />
      <div className="video-more">
        <Downloads status={status} />
        <TakeAlong status={status} />
        <WholeStory story={page.story} status={status} />
        <Storyboard status={status} format={page.format} isWorking={isWorking} />
        <HistoryList history={page.history} />
        <DeleteVideo status={status} isAsking={isAskingToDelete} />
      </div>
      {isWorking && <ProgressBanner status={status} isConnected={isConnected} />}
      <Toasts />
    </div>
  );
}
