/** A video: what is being made, then the film; and the cutting room, where all of it can be changed. */
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { json, redirect } from '@remix-run/node';
import {
  type ClientActionFunctionArgs,
  type ClientLoaderFunctionArgs,
  type ShouldRevalidateFunction,
  useActionData,
  useLoaderData,
  useRevalidator,
  useSearchParams,
} from '@remix-run/react';
import { type ReactNode, useEffect } from 'react';
import { asApiFault } from '#app/http/api-fault.ts';
import { owns, ownVideoId } from '#app/http/own-video.server.ts';
import { readFields } from '#app/http/read-fields.server.ts';
import { toldFault } from '#app/http/told-fault.ts';
import { actOnVideo } from '#app/http/video-action.server.ts';
import { wordsIn } from '#app/language/spoken-words.ts';
import { titleWords } from '#app/language/title-words.ts';
import { deletedAddress } from '#app/library/shelf-address.ts';
import { PublishCard } from '#app/publishing/PublishCard.tsx';
import { type PublishingView, readPublishing } from '#app/publishing/read-publishing.server.ts';
import { Toasts } from '#app/shell/toasts/Toasts.tsx';
import { AttentionPanel } from '#app/video/AttentionPanel.tsx';
import { ChecksCard } from '#app/video/checks/ChecksCard.tsx';
import { type ChecksView, checksView } from '#app/video/checks/checks-view.ts';
import { DeleteVideo } from '#app/video/DeleteVideo.tsx';
import { Downloads } from '#app/video/Downloads.tsx';
import { CuttingRoom } from '#app/video/editor/CuttingRoom.tsx';
import { isPlainIntent, performPlainEdit } from '#app/video/editor/plain-edits.server.ts';
import { readStoryboard } from '#app/video/editor/read-storyboard.server.ts';
import { FailurePanel } from '#app/video/FailurePanel.tsx';
import { Family } from '#app/video/Family.tsx';
import { FilmFrame } from '#app/video/film/FilmFrame.tsx';
import { FilmNote } from '#app/video/film/FilmNote.tsx';
import { useFilmControl } from '#app/video/film/film-control.ts';
import { HistoryList } from '#app/video/HistoryList.tsx';
import { createLastKnown } from '#app/video/last-known.ts';
import { ProgressBanner } from '#app/video/live/ProgressBanner.tsx';
import { tabTitle } from '#app/video/live/progress-words.ts';
import { readStatusContext } from '#app/video/live/read-status-context.server.ts';
import { reachesPage } from '#app/video/live/revalidation-scope.ts';
import { useRefusalToast } from '#app/video/live/use-refusal-toast.ts';
import { useSafetyNet } from '#app/video/live/use-safety-net.ts';
import { useTabTitle } from '#app/video/live/use-tab-title.ts';
import { useTransitionToasts } from '#app/video/live/use-transition-toasts.ts';
import { useVideoStatus } from '#app/video/live/use-video-status.ts';
import { HowMade } from '#app/video/made/HowMade.tsx';
import { type MadeView, madeView } from '#app/video/made/made-words.ts';
import { PostCard } from '#app/video/post/PostCard.tsx';
import { actOnPost, isPostIntent } from '#app/video/post/post-acts.server.ts';
import { type PostView, postView } from '#app/video/post/post-view.ts';
import { StoryboardToCome } from '#app/video/StoryboardToCome.tsx';
import { TakeAlong } from '#app/video/TakeAlong.tsx';
import { VideoHead } from '#app/video/VideoHead.tsx';
import { VersionList } from '#app/video/versions/VersionList.tsx';
import { type VersionView, versionView } from '#app/video/versions/version-view.ts';
import { type VideoPageView, videoPageView } from '#app/video/video-page-view.ts';
import { WholeStory } from '#app/video/WholeStory.tsx';
import { findVerdict } from '#jobs/db/checks/film-checks.server.ts';
import { listFamily } from '#jobs/db/families/families.server.ts';
import { listVersions } from '#jobs/db/versions.server.ts';
import { findVideo } from '#jobs/db/videos.server.ts';
import { readPaidUsd } from '#jobs/ledger/spending.server.ts';
import { isConfigured } from '#jobs/ports/engine-overview.ts';
import { isFinished } from '#jobs/story/film/status.ts';
import type { SpeechAbilities } from '#jobs/story/language/speech-language.ts';
import { videoProvenance } from '#jobs/work/handoff/film-provenance.server.ts';
import { postOfVideo } from '#jobs/work/posting/post-commands.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const words = titleWords(matches);
  return [
    { title: data ? tabTitle(data.status, words) : 'StoryShort' },
    {
      name: 'description',
      content: words.t('A story as a short film: its scenes, its voice, and how far it is.'),
    },
  ];
};

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db } = context.backend;
  const id = params.id ?? '';
  const video = (await owns(context, id)) ? await findVideo(db, id) : null;
  if (!video) throw json(null, { status: 404 });
  const [told, spentUsd, storyboard, versions, provenance, verdict, family] = await Promise.all([
    readStatusContext(context.backend, video),
    readPaidUsd(db, video.id),
    video.scenes.length > 0 ? readStoryboard(context.backend, video.id) : null,
    listVersions(db, video.id),
    // A storage that is away keeps nobody from the page.
    video.filmKey === null ? null : videoProvenance(context.backend, video).catch(() => null),
    findVerdict(db, video.id),
    listFamily(db, video.id),
  ]);
  const [ready, publishing] = await Promise.all([
    postOfVideo(context.backend, video, provenance),
    readPublishing(context, video, provenance),
  ]);
  const { engines } = context;
  const money = { spentUsd, tariff: engines?.tariff ?? null };
  const found = verdict?.findings.length ?? null;
  const words = wordsIn(context.language);
  const view = videoPageView({ ...video, found, family }, told, money, storyboard, words);
  return json<VideoPageData>({
    ...view,
    versions: versions.map(versionView),
    made: provenance && madeView(provenance, words),
    checks: checksView(verdict),
    post: ready && postView(video.id, ready),
    publishing,
    speech: await context.readSpeech(),
    takesRemarks: isConfigured(engines, 'image'),
    canMove: isConfigured(engines, 'motion'),
  });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  try {
    const id = await ownVideoId(context, params.id);
    const fields = await readFields(request);
    const { intent } = fields;
    if (isPlainIntent(intent)) {
      await performPlainEdit(context.backend, id, intent, fields);
      return redirect(`/video/${id}`, 303);
    }
    if (isPostIntent(intent)) {
      await actOnPost(context.backend, id, intent, fields);
      return redirect(`/video/${id}`, 303);
    }
    await actOnVideo(context, id, intent);
    return redirect(intent === 'delete' ? deletedAddress([id]) : `/video/${id}`, 303);
  } catch (thrown) {
    const refused = asApiFault(thrown);
    if (!refused) throw thrown;
    throw json({ error: refused.fault }, { status: refused.status });
  }
}

/** What the page is given: the video, and what can be chosen for it here. */
interface VideoPageData extends VideoPageView {
  /** Newest first. */
  versions: VersionView[];
  /** How its film was made; null while there is none, or it cannot be told now. */
  made: MadeView | null;
  checks: ChecksView;
  /** What its film is posted with; null while there is none. */
  post: PostView | null;
  /** Null where nothing is published from here, or there is no film yet. */
  publishing: PublishingView | null;
  speech: SpeechAbilities;
  /** Whether a picture model draws, which takes remarks on a picture. */
  takesRemarks: boolean;
  canMove: boolean;
}

/** What is refused before it reaches the action is left to be told beside the page, whose edits may not be saved yet. */
export async function clientAction({ serverAction }: ClientActionFunctionArgs) {
  return toldFault(await serverAction<typeof action>());
}

const lastKnown = createLastKnown<VideoPageData>();

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
  const { id } = status;
  useRefusalToast(useActionData<typeof clientAction>() ?? null);
  useTransitionToasts(status, transitions, page.toGoOn);
  useTabTitle(status);
  useEffect(() => lastKnown.remember(page.status.id, page), [page]);
  const isWorking = !isFinished(status.status) && !page.isHeld;
  const film = useFilmControl();
  const { revalidate } = useRevalidator();
  const isAskingToDelete = search.get('confirm') === 'delete';
  const head = (title: ReactNode) => (
    <div className="video-words">
      <VideoHead status={status} spent={page.spent} toGoOn={page.toGoOn} title={title} />
      <Family status={status} />
      {status.status === 'failed' && <FailurePanel status={status} cost={page.toGoOn} />}
      {status.status === 'completed' && status.attention > 0 && (
        <AttentionPanel count={status.attention} cost={page.toGoOn} />
      )}
      {status.status === 'completed' && status.note && <FilmNote note={status.note} />}
    </div>
  );

  return (
    <div className="page-width video-page" data-status={status.status}>
      {isWorking && !isAskingToDelete && (
        <noscript>
          <meta httpEquiv="refresh" content="3" />
        </noscript>
      )}
      {page.storyboard ? (
        <CuttingRoom
          head={head}
          key={id}
          page={page}
          storyboard={page.storyboard}
          status={status}
          film={film}
          isWorking={isWorking}
          onUpdated={revalidate}
        />
      ) : (
        <>
          {head(null)}
          <FilmFrame
            key={id}
            status={status}
            languageName={page.languageName}
            format={page.format}
            preview={null}
            isEdited={false}
            control={film}
          />
        </>
      )}
      <div className="video-more">
        {!page.storyboard && isWorking && <StoryboardToCome />}
        <ChecksCard status={status} checks={page.checks} film={film} hasEditor={page.storyboard !== null} />
        <Downloads status={status} />
        {status.status === 'completed' && page.post && <PostCard status={status} post={page.post} />}
        {page.publishing && <PublishCard status={status} publishing={page.publishing} />}
        <TakeAlong status={status} />
        {status.status === 'completed' && page.made && <HowMade videoId={id} made={page.made} />}
        <VersionList versions={page.versions} current={status.videoUrl} />
        <WholeStory story={page.story} status={status} />
        <HistoryList history={page.history} />
        <DeleteVideo status={status} isAsking={isAskingToDelete} />
      </div>
      {isWorking && <ProgressBanner status={status} isConnected={isConnected} />}
      <Toasts />
    </div>
  );
}
