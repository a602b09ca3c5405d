import type { CallDependencies } from '#jobs/ports/calls/call.ts';
import type { ScriptRequest, TranslationRequest } from '#jobs/ports/engines.ts';
import { askForJson } from '#jobs/providers/openai/call/json-answer.ts';
import { withScene } from '#jobs/providers/openai/picture/picture-prompt.ts';
import type { ScriptSettings } from '#jobs/providers/openai/settings/settings.ts';
import { scenesFor, USUAL_SECONDS } from '#jobs/story/budget/film-plan.ts';
import { scenesForStory } from '#jobs/story/budget/film-size.ts';
import { CHAT_SHARE, chatLines, chatShare } from '#jobs/story/film/chat/chat-lines.ts';
import { type ChatScene, chatScenes } from '#jobs/story/film/chat/chat-scenes.ts';
import { sceneOfPrompt } from '#jobs/story/film/picture-cast.ts';
import type { ProviderIdentity } from '#jobs/story/film/provider-identity.ts';
import type { FindIcon } from './script-forms';
import { cutInstructions, SOFTEN_INSTRUCTIONS, writeInstructions } from './script-instructions';
import {
  checkCutAnswer,
  checkSoftened,
  checkWrittenAnswer,
  scriptFromChat,
  scriptFromCuts,
  scriptFromWriting,
  seenIn,
} from './script-reading';
import type { WrittenScript } from './script-request';
import { cutAnswerSchema, softenedSchema, writtenAnswerSchema } from './script-schema';
import { tokensFor } from './script-tokens';
import { storyUnits } from './story-units';
import { translateLines } from './translation';

/** Raised when the instructions or the reading of answers change, so that scripts are written anew. */
const VERSION = 3;

/** How calls are made, and which drawing shows a noun. */
export type ScriptDependencies = CallDependencies & { iconOf?: FindIcon };

const NO_ICON: FindIcon = () => null;

/** A `ScriptWriter` whose model may also write the story itself, softens pictures that were refused, and translates. */
export interface OpenAiScriptWriter {
  readonly identity: ProviderIdentity;
  writeScript(request: ScriptRequest, signal: AbortSignal): Promise<WrittenScript>;
  softenPrompt(prompt: string, narration: string, signal: AbortSignal): Promise<string>;
  translate(request: TranslationRequest, signal: AbortSignal): Promise<string[][]>;
}

/**
 * Writes scripts through chat completions.
 *
 * In `keep-my-words` the model only says where scenes end and what is seen: narrations are cut from the
 * author's text here, so that they are its exact characters whatever the model answers. In `write-for-me` it
 * narrates an idea or a story to the wanted length.
 */
export function openAiScriptWriter(
  settings: ScriptSettings,
  dependencies: ScriptDependencies = {},
): OpenAiScriptWriter {
  return {
    identity: { name: 'openai', model: `${settings.model}-script-${VERSION}` },
    writeScript: (request, signal) =>
      request.mode === 'write-for-me'
        ? writeForAuthor(settings, request, dependencies, signal)
        : cutStory(settings, request, dependencies, signal),
    softenPrompt: (prompt, narration, signal) =>
      softenPrompt(settings, prompt, narration, dependencies, signal),
    translate: (request, signal) => translateLines(settings, request, dependencies, signal),
  };
}

async function cutStory(
  settings: ScriptSettings,
  request: ScriptRequest,
  dependencies: ScriptDependencies,
  signal: AbortSignal,
): Promise<WrittenScript> {
  const { story, title, language, treatment, sceneCount } = request;
  const { iconOf = NO_ICON } = dependencies;
  const chat = chatIn(request);
  const units = storyUnits(story, language);
  const pieces = (chat ?? units.map(({ text }) => ({ narration: text }))).map(({ narration }) => narration);
  const wanted = chat ? chat.length : Math.min(units.length, sceneCount ?? scenesForStory(story));
  const answer = await askForJson(
    settings,
    {
      purpose: 'script',
      instructions: cutInstructions(pieces.length, wanted, treatment),
      material: { title, language, pieces: pieces.map((text, index) => ({ number: index + 1, text })) },
      schemaName: 'film_scenes',
      schema: cutAnswerSchema,
      check: checkCutAnswer,
      ...tokensFor(wanted, settings),
    },
    dependencies,
    signal,
  );
  const script = chat
    ? scriptFromChat(answer, chat, iconOf)
    : scriptFromCuts(answer, story, units, wanted, iconOf);
  return asAsked(script, request);
}

/** The scenes of a story in text messages; null where it is told otherwise, or in a number of scenes that was asked for. */
function chatIn({ story, treatment, sceneCount }: ScriptRequest): ChatScene[] | null {
  if (sceneCount !== null || (treatment && treatment !== 'chat')) return null;
  if (!treatment && chatShare(chatLines(story)) < CHAT_SHARE) return null;
  const scenes = chatScenes(story);
  return scenes.some(({ form }) => form) ? scenes : null;
}

async function writeForAuthor(
  settings: ScriptSettings,
  request: ScriptRequest,
  dependencies: ScriptDependencies,
  signal: AbortSignal,
): Promise<WrittenScript> {
  const targetSeconds = request.targetSeconds ?? USUAL_SECONDS;
  const { language, tone = 'auto' } = request;
  const sceneCount = request.sceneCount ?? scenesFor(targetSeconds);
  const answer = await askForJson(
    settings,
    {
      purpose: 'script',
      instructions: writeInstructions({
        targetSeconds,
        tone,
        language,
        sceneCount,
        treatment: request.treatment,
      }),
      material: { title: request.title, material: request.story },
      schemaName: 'film_script',
      schema: writtenAnswerSchema,
      check: (written, asked) => checkWrittenAnswer(written, { targetSeconds, sceneCount }, asked),
      ...tokensFor(sceneCount, settings),
    },
    dependencies,
    signal,
  );
  return asAsked(scriptFromWriting(answer, dependencies.iconOf ?? NO_ICON), request);
}

/** The same prompt with its scene in milder words; looks and style are kept. */
async function softenPrompt(
  settings: ScriptSettings,
  prompt: string,
  narration: string,
  dependencies: CallDependencies,
  signal: AbortSignal,
): Promise<string> {
  const { picture } = await askForJson(
    settings,
    {
      purpose: 'soften',
      instructions: SOFTEN_INSTRUCTIONS,
      material: { narration, picture: sceneOfPrompt(prompt) },
      schemaName: 'softened_picture',
      schema: softenedSchema,
      check: checkSoftened,
      ...tokensFor(1, settings),
    },
    dependencies,
    signal,
  );
  return withScene(prompt, seenIn(picture));
}

/** What the author chose stands. */
function asAsked(script: WrittenScript, { title, treatment }: ScriptRequest): WrittenScript {
  return { ...script, ...(title && { title }), ...(treatment && { treatment }) };
}
