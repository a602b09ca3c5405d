/** Captions in another language than the voice: translated once for all films of an order, and kept as files. */
import { z } from 'zod';
import { isDatabaseAway } from '#jobs/db/away/database-away.ts';
import { countedEngines } from '#jobs/making/counted-engines.ts';
import type { Production } from '#jobs/making/production.server.ts';
import type { StepTools } from '#jobs/making/step-tools.server.ts';
import { putJson, readJson } from '#jobs/making/stored-json.server.ts';
import { diskFault } from '#jobs/ports/disk-fault.ts';
import { AttemptEnded, StoryError } from '#jobs/story/film/fault.ts';
import type { Scene } from '#jobs/story/film/video.ts';
import { checkCaptions, translatedInto } from '#jobs/story/language/caption-language.ts';
import { storyLanguage } from '#jobs/story/language/language.ts';
import { spokenSentences } from '#jobs/story/language/spoken-sentences.ts';

type CaptionTools = Pick<StepTools, 'storage' | 'ledger' | 'engines' | 'context' | 'log'>;

/** Scenes that are translated in one call: they explain each other, and their answer has an end. */
const SCENES_AT_ONCE = 20;

const linesSchema = z.object({ lines: z.array(z.string()).min(1) });

/**
 * Translates what captions show: for this film where it wants that, and beforehand for those that take over from it. Where
 * it is not possible for those, they try it by themselves.
 * @throws StoryError `captions_not_translatable` where no model is connected any more, and as calls do
 */
export async function ensureCaptions(production: Production, tools: CaptionTools): Promise<void> {
  const own = translatedInto(production.video);
  if (own !== null) {
    const scenes = production.video.scenes.filter(({ captions }) => captions === null);
    const translated = await translatedLines(production, tools, scenes, own);
    for (const [at, { position }] of scenes.entries()) {
      const lines = translated[at];
      if (lines) await production.writeCaptions(position, lines.join('\n'));
    }
  }
  for (const language of await production.captionLanguagesBehind()) {
    if (language === own) continue;
    try {
      await translatedLines(production, tools, production.video.scenes, language);
    } catch (error) {
      if (error instanceof AttemptEnded || isDatabaseAway(error) || diskFault(error)) throw error;
      tools.log.warn({ err: error, language }, 'Captions of another film were not translated beforehand.');
    }
  }
}

/** What captions of these scenes say in a language, one line for each sentence that is said. */
async function translatedLines(
  production: Production,
  tools: CaptionTools,
  scenes: readonly Scene[],
  language: string,
): Promise<(string[] | undefined)[]> {
  const { storage } = tools;
  const named = scenes.map((scene) => ({ scene, ...nameOf(production, tools, scene, language) }));
  const stored = new Map<string, string[]>();
  for (const { hash, key } of named) {
    const found = await readJson(storage, key, linesSchema);
    if (found) stored.set(hash, found.lines);
  }
  const wanted = [...new Map(named.map((one) => [one.hash, one])).values()].filter(
    ({ hash }) => !stored.has(hash),
  );
  for (let from = 0; from < wanted.length; from += SCENES_AT_ONCE) {
    const some = wanted.slice(from, from + SCENES_AT_ONCE);
    const translated = await translate(production, tools, some, language);
    for (const [at, { hash }] of some.entries()) stored.set(hash, translated[at] ?? []);
  }
  return named.map(({ hash }) => stored.get(hash));
}

function nameOf(
  { video }: Production,
  { engines, context }: CaptionTools,
  { narration }: Scene,
  language: string,
): { hash: string; key: string } {
  const { identity } = engines.script;
  const from = storyLanguage(video);
  const hash = context.fingerprint({ kind: 'translation', engine: identity, narration, from, to: language });
  return { hash, key: `${video.id}/translation-${hash}.json` };
}

async function translate(
  production: Production,
  { storage, ledger, engines, context }: CaptionTools,
  wanted: readonly { scene: Scene; hash: string; key: string }[],
  language: string,
): Promise<string[][]> {
  const { attempt, video, wanted: signal } = production;
  const { identity, isCounted = false } = engines.script;
  const told = { story: video.story, options: { ...video.options, captionLanguage: language } };
  const untranslatable = checkCaptions(told, engines.script.translate !== undefined);
  if (untranslatable) throw new StoryError({ ...untranslatable, retryable: false });
  const inputHash = context.fingerprint({ kind: 'translations', of: wanted.map(({ hash }) => hash) });
  return ledger.record(
    attempt,
    { scene: null, kind: 'captions', identity, inputHash, isCounted },
    async (hooks) => {
      const { script } = countedEngines(engines, hooks, production);
      const scenes = wanted.map(({ scene }) => spokenSentences(scene.narration));
      const translated = await script.translate?.(
        { from: storyLanguage(video), to: language, scenes },
        signal,
      );
      if (!translated) throw new Error('A writer that translates does not do so when it is counted.');
      for (const [at, { key }] of wanted.entries()) await putJson(storage, key, { lines: translated[at] });
      return translated;
    },
  );
}
