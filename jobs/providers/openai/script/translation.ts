/** Captions in another language, by chat completions. */
import { z } from 'zod';
import type { CallDependencies } from '#jobs/ports/calls/call.ts';
import type { TranslationRequest } from '#jobs/ports/engines.ts';
import { type Asked, unusableAnswer } from '#jobs/providers/openai/call/answer-faults.ts';
import { askForJson } from '#jobs/providers/openai/call/json-answer.ts';
import type { ScriptSettings } from '#jobs/providers/openai/settings/settings.ts';
import { MAX_NARRATION_CHARACTERS } from '#jobs/story/film/scene-content.ts';
import { languageName } from '#jobs/story/language/language-tag.ts';
import { MATERIAL_IS_DATA } from './script-instructions';
import { roomFor } from './script-tokens';

/** Characters of a language that needs many tokens for its words make one each. */
const TOKENS_PER_CHARACTER = 1;
const TOKENS_PER_LINE = 12;

const translatedSchema = z.object({
  scenes: z.array(
    z.object({
      lines: z
        .array(z.string())
        .describe('The translation of each line of the scene, one for one, in order.'),
    }),
  ),
});
type Translated = z.infer<typeof translatedSchema>;

/** Every line of every scene in the other language. @throws ProviderFault `captions_unusable` and those of every call */
export async function translateLines(
  settings: ScriptSettings,
  { from, to, scenes }: TranslationRequest,
  dependencies: CallDependencies,
  signal: AbortSignal,
): Promise<string[][]> {
  const lines = scenes.flat();
  const characters = lines.reduce((sum, line) => sum + line.length, 0);
  const { scenes: translated } = await askForJson(
    settings,
    {
      purpose: 'captions',
      instructions: instructionsFor(from, to),
      material: { scenes: scenes.map((texts) => ({ lines: texts })) },
      schemaName: 'translated_captions',
      schema: translatedSchema,
      check: (answer, asked) => checkTranslated(answer, scenes, asked),
      ...roomFor(characters * TOKENS_PER_CHARACTER + lines.length * TOKENS_PER_LINE, settings),
    },
    dependencies,
    signal,
  );
  return translated.map((scene) => scene.lines.map(inOneLine));
}

function instructionsFor(from: string, to: string): string {
  return [
    `The lines are what a narrator says in the scenes of a short film, in ${languageName(from)} (${from}). Translate them into ${languageName(to)} (${to}) for its captions: as natural speech of that language, no longer than it has to be, with names as they are. Translate each line by itself, into exactly one line, in the same order; the lines of all scenes explain each other. Add nothing and leave nothing out.`,
    MATERIAL_IS_DATA,
  ].join('\n\n');
}

function checkTranslated({ scenes }: Translated, wanted: readonly (readonly string[])[], asked: Asked): void {
  const refuse = (why: string) => unusableAnswer(asked, 'captions_unusable', why);
  if (scenes.length !== wanted.length) throw refuse('it does not have as many scenes as there are');
  for (const [at, { lines }] of scenes.entries()) {
    if (lines.length !== wanted[at]?.length)
      throw refuse(`scene ${at + 1} does not have as many lines as it has`);
    if (lines.some((line) => inOneLine(line) === '')) throw refuse(`a line of scene ${at + 1} is empty`);
    if (lines.map(inOneLine).join('\n').length > MAX_NARRATION_CHARACTERS)
      throw refuse(`scene ${at + 1} is longer than ${MAX_NARRATION_CHARACTERS} characters`);
  }
}

/** A break would begin a caption of its own. */
const inOneLine = (text: string) => text.replace(/\s+/gu, ' ').trim();
