import { z } from 'zod';
import type { Providers, Script, ScriptRequest, ScriptWriter, Speaker } from '#jobs/ports/engines.ts';
import { fingerprint } from '#jobs/storage/fingerprint.server.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import { missingGlyphs } from '#jobs/story/film/glyphs.ts';
import { scriptHash } from '#jobs/story/film/plan.ts';
import { UNTOUCHED } from '#jobs/story/film/scene-content.ts';
import { sceneReadingSchema } from '#jobs/story/film/scene-reading.ts';
import { isSpoken, otherVoiceThan } from '#jobs/story/film/scene-speech.ts';
import { castVoices } from '#jobs/story/film/speakers/cast-voices.ts';
import { storyLanguage } from '#jobs/story/language/language.ts';
import { MUSIC_MOODS, type VideoOptions } from '#jobs/story/order/options.ts';
import { TREATMENT_NAMES } from '#jobs/story/order/treatments.ts';
import type { SpeakerVoice } from '#jobs/story/order/voice/speaker-voice.ts';
import { formSchema } from '#remotion/contract/forms.ts';
import { countedEngines } from './counted-engines';
import type { Production } from './production.server';
import { cutHereFault, isOutOfReach } from './second-best';
import { speakerOf } from './spoken-turn';
import type { StepTools } from './step-tools.server';
import { putJson, readJson } from './stored-json.server';
import { writeScript } from './written-script';

const scriptSchema: z.ZodType<Script> = z.object({
  title: z.string(),
  mood: z.enum(MUSIC_MOODS),
  treatment: z.enum(TREATMENT_NAMES).optional(),
  scenes: z
    .array(
      z.object({
        narration: z.string(),
        imagePrompt: z.string(),
        reading: sceneReadingSchema.optional(),
        form: formSchema.optional(),
      }),
    )
    .min(1),
});

/** How a film is cut where nobody chose that: there is something new to see every few seconds. */
const LIVELY = { cuts: 'lively', transition: 'cut' } as const;

type ScriptTools = Pick<StepTools, 'storage' | 'ledger' | 'engines' | 'context'>;

const passedSchema = z.object({ passed: z.literal(true) });

/** Writes the script, unless the video has one. Story and script pass the safety check where there is one. */
export async function ensureScript(production: Production, tools: ScriptTools): Promise<void> {
  const { video } = production;
  const { storage, context } = tools;
  if (video.scenes.length > 0) return;
  const hash = scriptHash(video, context);
  const key = `${video.id}/script-${hash}.json`;
  await check(production, tools, 'story', hash, [video.title, video.story]);
  const script =
    (await readJson(storage, key, scriptSchema)) ?? (await makeScript(production, tools, hash, key));
  try {
    await check(production, tools, 'script', hash, textsOf(script));
  } catch (error) {
    // What was flagged is written anew when somebody tries again.
    if (isFlagged(error)) await putJson(storage, key, null);
    throw error;
  }
  const otherVoice = otherVoiceThan(video.options);
  const scenes = script.scenes.map(({ form, ...scene }, position) => ({
    ...scene,
    seed: seedOf(context.fingerprint({ story: video.story, position })),
    touches: {
      ...UNTOUCHED,
      ...(form && { picture: { from: 'form' as const, form } }),
      ...(form?.kind === 'chat' && { quoteVoice: otherVoice }),
    },
  }));
  const { mood, treatment } = script;
  const title = video.titleGiven ? video.title : script.title;
  const warning = glyphWarning([title, ...scenes.map((scene) => scene.narration)].join(' '));
  const speakers = await castOf(production, tools, scenes);
  const options = { ...LIVELY, ...(speakers.length > 0 && { speakers }) };
  await production.saveScript({ title, mood, treatment, scenes, warning, options });
}

/** A voice for each who says lines, where that was asked for. */
async function castOf(
  { video: { options } }: Production,
  { engines }: ScriptTools,
  scenes: readonly { narration: string }[],
): Promise<SpeakerVoice[]> {
  if (options.quotedLines !== 'cast' || !isSpoken(options, UNTOUCHED)) return [];
  const { voice, serviceVoice, localVoice } = options;
  const teller = { voice, ...(serviceVoice && { serviceVoice }), ...(localVoice && { localVoice }) };
  const voices = await speakerThere(options, engines)?.voicesBeside?.(teller);
  return castVoices(
    scenes.map(({ narration }) => narration),
    voices ?? [],
  );
}

/** Null where it is gone: the scenes say so, and nobody's voice is chosen in its place. */
function speakerThere(options: VideoOptions, engines: Providers): Speaker | null {
  try {
    return speakerOf(options, engines);
  } catch (error) {
    if (isOutOfReach(error)) return null;
    throw error;
  }
}

/** Which signs the captions will not show as they should; null when they show all. */
function glyphWarning(text: string): string | null {
  const missing = missingGlyphs(text);
  if (missing.length === 0) return null;
  const shown = missing.slice(0, 12).join(' ');
  const more = missing.length > 12 ? ` and ${missing.length - 12} more` : '';
  return `The bundled fonts lack ${shown}${more}: captions may show a box in their place.`;
}

/**
 * Has the script written. Where the author's words are kept, a model that will not cut them into scenes is done without.
 */
async function makeScript(
  production: Production,
  tools: ScriptTools,
  inputHash: string,
  key: string,
): Promise<Script> {
  const { engines } = tools;
  const request = requestOf(production);
  try {
    return await writtenBy(engines.script, production, tools, { request, inputHash, key });
  } catch (error) {
    const { ownScript } = engines;
    if (!ownScript || request.mode === 'write-for-me' || !isOutOfReach(error)) throw error;
    await production.patch({ note: cutHereFault(error) });
    return writtenBy(ownScript, production, tools, { request, inputHash, key });
  }
}

async function writtenBy(
  { identity, isCounted = false }: ScriptWriter,
  production: Production,
  { storage, ledger, engines }: ScriptTools,
  { request, inputHash, key }: { request: ScriptRequest; inputHash: string; key: string },
): Promise<Script> {
  return ledger.record(
    production.attempt,
    { scene: null, kind: 'script', identity, inputHash, isCounted },
    async (hooks) => {
      const counted = countedEngines(engines, hooks, production);
      const writer = isCounted ? counted.script : (counted.ownScript ?? counted.script);
      const written = await writeScript(writer, request, production.signal);
      await putJson(storage, key, written);
      return written;
    },
  );
}

function requestOf({ video }: Production): ScriptRequest {
  const { scenes = null, writing, seconds, tone, treatment } = video.options;
  return {
    story: video.story,
    title: video.titleGiven ? video.title : null,
    sceneCount: scenes,
    language: storyLanguage(video),
    ...(writing && { mode: writing }),
    ...(seconds && { targetSeconds: seconds }),
    ...(tone && { tone }),
    ...(treatment && treatment !== 'auto' && { treatment }),
  };
}

/** Has texts checked, unless these very texts have passed already. */
async function check(
  production: Production,
  { storage, ledger, engines }: ScriptTools,
  what: 'story' | 'script',
  inputHash: string,
  texts: readonly string[],
): Promise<void> {
  const { attempt, video, signal } = production;
  const { moderator } = engines;
  if (!moderator) return;
  const { identity, isCounted = false } = moderator;
  const key = `${video.id}/passed-${fingerprint({ what, identity, texts })}.json`;
  if (await readJson(storage, key, passedSchema)) return;
  await ledger.record(
    attempt,
    { scene: null, kind: 'check', identity, inputHash, isCounted },
    async (hooks) => {
      const counted = countedEngines(engines, hooks, production);
      await counted.moderator?.check(what, texts.filter(Boolean), signal);
      await putJson(storage, key, { passed: true });
    },
  );
}

function textsOf({ title, scenes }: Script): string[] {
  return [title, ...scenes.flatMap(({ narration, imagePrompt }) => [narration, imagePrompt])];
}

function isFlagged(error: unknown): boolean {
  return error instanceof StoryError && error.code === 'script_flagged';
}

/** A seed of 31 bits, which every database integer holds. */
function seedOf(hash: string): number {
  return Number.parseInt(hash.slice(0, 8), 16) & 0x7fff_ffff;
}
