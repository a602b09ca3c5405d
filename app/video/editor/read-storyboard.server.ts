import { readTakes } from '#jobs/db/takes.server.ts';
import { redoPlan } from '#jobs/story/storyboard/redo-plan.ts';
import { settleVideo } from '#jobs/story/storyboard/settle.ts';
import type { Backend } from '#jobs/work/commands.server.ts';
import { priceRedo } from '#jobs/work/redo-price.server.ts';
import { readDraft } from '#jobs/work/storyboard-commands.server.ts';
import { type StoryboardView, storyboardView } from './storyboard-view';

/** Reads a video's storyboard as its editor shows it. @throws StoryError `video_not_found` */
export async function readStoryboard(
  backend: Pick<Backend, 'db' | 'plan' | 'money'>,
  videoId: string,
): Promise<StoryboardView> {
  const draft = await readDraft(backend, videoId);
  const [takes, context] = await Promise.all([readTakes(backend.db, videoId), backend.plan()]);
  const { video, board } = draft;
  const wanted = settleVideo(video, board, takes, context);
  const plan = redoPlan(video, wanted, context);
  const price = await priceRedo(backend, { wanted, plan, context });
  return storyboardView({ ...draft, wanted, takes, context, plan, price });
}
