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
import { readPaidUsd } from '../../jobs/db/spending.server';
import { findVideo, listHistory } from '../../jobs/db/videos.server';
import { isFinished } from '../../jobs/domain/status';
import { AttentionPanel } from '../components/AttentionPanel';
import { DeleteVideo } from '../components/DeleteVideo';
import { Downloads } from '../components/Downloads';
import { FailurePanel } from '../components/FailurePanel';
import { FilmFrame } from '../components/FilmFrame';
import { HistoryList } from '../components/HistoryList';
import { ProgressBanner } from '../components/ProgressBanner';
import { Storyboard } from '../components/Storyboard';
import { VideoHead } from '../components/VideoHead';
import { createLastKnown } from '../hooks/last-known';
import { reachesPage } from '../hooks/revalidation-scope';
import { settleSentDraft } from '../hooks/use-kept-draft';
import { useSafetyNet } from '../hooks/use-safety-net';
import { useStatusToasts } from '../hooks/use-status-toasts';
import { useVideoStatus } from '../hooks/use-video-status';
import { asApiFault } from '../http/api-fault';
import { readFields } from '../http/read-fields.server';
import { actOnVideo } from '../http/video-action.server';
import { readVideoId } from '../http/video-id';
import { displayTitle } from '../views/status-words';
import { type VideoPageView, videoPageView } from '../views/video-page-view';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${displayTitle(data?.status.title ?? '')} · StoryShort` },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db } = context.desk;
  const video = await findVideo(db, params.id ?? '');
  if (!video) throw json(null, { status: 404 });
  const [history, spentUsd] = await Promise.all([listHistory(db, video.id), readPaidUsd(db, video.id)]);
  const money = { spentUsd, tariff: context.engines?.tariff ?? null };
  return json<VideoPageView>(videoPageView(video, history, money));
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
  const isExpecting = useSafetyNet(page.status);
  const { status, isConnected } = useVideoStatus(page.status, isExpecting);
  const [search] = useSearchParams();
  const submit = useSubmit();
  const { id } = status;
  const retry = useCallback(
    () => submit({ intent: 'process' }, { method: 'post', action: `/video/${id}` }),
    [submit, id],
  );
  useStatusToasts(status, retry, page.toGoOn);
  useEffect(settleSentDraft, []);
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
      <FilmFrame key={id} status={status} format={page.format} preview={page.preview} />
      <div className="video-words">
        <VideoHead status={status} story={page.story} spent={page.spent} toGoOn={page.toGoOn} />
        {status.status === 'failed' && <FailurePanel status={status} cost={page.toGoOn} />}
        {status.status === 'completed' && status.attention > 0 && (
          <AttentionPanel count={status.attention} cost={page.toGoOn} />
        )}
        <Downloads status={status} />
      </div>
      <Storyboard scenes={status.storyboard.scenes} isWorking={isWorking} />
      <div className="video-foot">
        <HistoryList history={page.history} />
        <DeleteVideo id={id} title={status.title} isAsking={isAskingToDelete} />
      </div>
      {isWorking && <ProgressBanner status={status} isConnected={isConnected} />}
    </div>
  );
}
