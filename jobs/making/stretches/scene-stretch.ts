import { withAssetUrls } from '#jobs/making/asset-urls.ts';
import { isMadeElsewhere } from '#jobs/making/errands/sent-errand.ts';
import type { Production } from '#jobs/making/production.server.ts';
import type { StepTools } from '#jobs/making/step-tools.server.ts';
import { passesWithCare, type RenderCare } from '#jobs/ports/renderer.ts';
import { traced } from '#jobs/ports/tracing.ts';
import { withScratchFile } from '#jobs/storage/scratch-file.server.ts';
import { toFault } from '#jobs/story/film/fault.ts';
import { segmentPropsOf } from '#jobs/story/film/film-props.ts';
import { segmentHash } from '#jobs/story/film/plan.ts';
import { type MakingTime, tallFrames } from '#jobs/story/storyboard/making-rates.ts';
import { sceneFrames } from '#remotion/contract/timing.ts';
import { keptOrders } from './kept-orders.server';

/**
 * Renders the scene's stretch of the film, unless this very one exists. What ends in the middle of it, such as an encoder
 * that the system kills, ends nothing else: the stretch is rendered once more, with less at once.
 */
export async function ensureSegment(
  production: Production,
  position: number,
  tools: Pick<
    StepTools,
    'storage' | 'renderer' | 'ledger' | 'context' | 'assetUrl' | 'renderSlots' | 'clock' | 'errands' | 'log'
  >,
): Promise<void> {
  const { video, signal } = production;
  const { storage, renderer } = tools;
  const hash = segmentHash(video, position, tools.context);
  const propsOf = (urlOf: (key: string) => string) => segmentPropsOf(video, position, urlOf);
  const facts = propsOf((key) => key);
  if (!hash || !facts) throw new Error(`Scene ${position + 1} has no assets to be rendered from.`);
  const frames = sceneFrames(facts.scene.durationMs);
  const scene = production.scene(position);
  const name = `${video.id}/segment-${hash}`;
  const key = `${name}.ts`;
  const orders = keptOrders(production, tools, { position, hash, name });
  const isThere = scene.segmentKey !== null && scene.segmentHash === hash;
  const errand = { kind: 'segment', position, hash } as const;
  // Whoever waits for a server need not be helped.
  const isShared = !isThere && !renderer.isElsewhere;
  if (!isThere && !(isShared && (await isMadeElsewhere(production, tools.errands, errand)))) {
    await tools.renderSlots(async () => {
      let making: MakingTime | null = null;
      if (!(await storage.has(key))) {
        production.throwIfEnded();
        const props = (await withAssetUrls(propsOf, tools.assetUrl)) ?? facts;
        const onFrames = (done: number) => production.countFrames(position, done);
        const render = (care: RenderCare) =>
          traced('segment', { scene: position + 1, engine: renderer.version, frames, care }, () =>
            tools.clock.measure(renderer.isElsewhere ? 0 : 'all', () =>
              withScratchFile(storage, 'ts', async (outFile) => {
                await renderer.renderSegment(props, outFile, onFrames, signal, care, orders);
                await storage.adopt(key, outFile);
              }),
            ),
          );
        const { tookMs } = await render('usual').catch((error: unknown) => {
          if (signal.aborted || !passesWithCare(toFault(error))) throw error;
          tools.log.warn(
            { err: error, videoId: video.id, position },
            'A scene is drawn once more, with less.',
          );
          return render('least');
        });
        making = {
          kind: 'segment',
          engine: renderer.version,
          amount: tallFrames(frames, facts.format),
          tookMs,
        };
      }
      await production.patchScene(position, { segmentKey: key, segmentHash: hash }, making);
    });
  }
  production.countFrames(position, frames);
}
