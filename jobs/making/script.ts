import { z } from 'zod';
import { saveScript } from '../db/attempt.server';
import { underLedger } from '../db/calls.server';
import { MUSIC_MOODS } from '../domain/options';
import { scriptHash } from '../domain/plan';
import type { Production } from '../production.server';
import type { Script } from '../providers/types';
import { writeScript } from '../steps/script';
import { planContext } from './context.server';
import { putJson, readJson } from './stored-json.server';

const scriptSchema: z.ZodType<Script> = z.object({
  title: z.string(),
  mood: z.enum(MUSIC_MOODS),
  scenes: z.array(z.object({ narration: z.string(), imagePrompt: z.string() })).min(1),
});

/** Writes the script, unless the video has one. */
export async function ensureScript(production: Production): Promise<void> {
  const { studio, attempt, video, signal } = production;
  if (video.scenes.length > 0) return;
  const context = planContext(studio);
  const hash = scriptHash(video, context);
  const key = `${video.id}/script-${hash}.json`;
  const stored = await readJson(studio.storage, key, scriptSchema);
  const script =
    stored ??
    (await underLedger(
      studio.db,
      { videoId: video.id, scene: null, kind: 'script', identity: context.engines.script, inputHash: hash },
      async () => {
        const written = await writeScript(
          studio.providers.script,
          {
            story: video.story,
            title: video.titleGiven ? video.title : null,
            sceneCount: video.options.scenes ?? null,
            language: video.options.language,
          },
          signal,
        );
        await putJson(studio.storage, key, written);
        return written;
      },
    ));
  const scenes = script.scenes.map((scene, position) => ({
    ...scene,
    seed: seedOf(context.fingerprint({ story: video.story, position })),
  }));
  const title = video.titleGiven ? video.title : script.title;
  production.throwIfEnded();
  production.replace(await saveScript(studio.db, attempt, { title, mood: script.mood, scenes }));
}

/** A seed of 31 bits, which every database integer holds. */
function seedOf(hash: string): number {
  return Number.parseInt(hash.slice(0, 8), 16) & 0x7fff_ffff;
}
