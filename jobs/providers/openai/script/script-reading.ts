/** From the writing model's answer to a script. Pure; what cannot be mended is a fault worth another try. */

import { type Asked, unusableAnswer } from '#jobs/providers/openai/call/answer-faults.ts';
import {
  type CastMember,
  composePrompt,
  type StyleBible,
} from '#jobs/providers/openai/picture/picture-prompt.ts';
import { wordsFor } from '#jobs/story/budget/film-plan.ts';
import { isSceneCount } from '#jobs/story/budget/scene-lengths.ts';
import type { ChatScene } from '#jobs/story/film/chat/chat-scenes.ts';
import type { Form } from '#remotion/contract/forms.ts';
import { type FindIcon, formsMeant } from './script-forms';
import type { WrittenScene, WrittenScript } from './script-request';
import type { CutAnswer, WrittenAnswer } from './script-schema';
import { areWholeCuts, evenCuts, type StoryUnit, textOfUnits, wordCount } from './story-units';

const LONGEST_TITLE = 100;
const LONGEST_PICTURE = 1200;
const LONGEST_NAME = 80;
const LONGEST_LOOK = 400;
const MOST_CAST = 12;
/** How far a written film may miss its length. */
const LENGTH_TOLERANCE = { least: 0.4, most: 1.8 };

/** Throws `script_unusable` for an answer of the right shape from which no film can be made. */
export function checkCutAnswer(answer: CutAnswer, asked: Asked): void {
  checkScenes(answer.scenes, asked);
}

/** The same for narration that the model wrote, which must also be about as long as was asked for. */
export function checkWrittenAnswer(
  answer: WrittenAnswer,
  { targetSeconds, sceneCount }: { targetSeconds: number; sceneCount: number },
  asked: Asked,
): void {
  checkScenes(answer.scenes, asked);
  if (!isSceneCount(answer.scenes.length, sceneCount)) {
    throw unusableAnswer(asked, 'script_unusable', `${answer.scenes.length} scenes are not ${sceneCount}`);
  }
  if (answer.scenes.some(({ narration }) => wordCount(narration) === 0)) {
    throw unusableAnswer(asked, 'script_unusable', 'a scene says nothing');
  }
  const words = answer.scenes.reduce((sum, { narration }) => sum + wordCount(narration), 0);
  const share = words / wordsFor(targetSeconds);
  if (share < LENGTH_TOLERANCE.least || share > LENGTH_TOLERANCE.most) {
    throw unusableAnswer(asked, 'script_unusable', `${words} words are not ${targetSeconds} seconds of film`);
  }
}

/** The same for a picture that was described once more. */
export function checkSoftened({ picture }: { picture: string }, asked: Asked): void {
  if (seenIn(picture) === '') throw unusableAnswer(asked, 'script_unusable', 'a scene has no picture');
}

function checkScenes(scenes: readonly { picture: string }[], asked: Asked): void {
  if (scenes.length === 0) throw unusableAnswer(asked, 'script_unusable', 'it has no scenes');
  if (scenes.some(({ picture }) => picture.trim() === '')) {
    throw unusableAnswer(asked, 'script_unusable', 'a scene has no picture');
  }
}

/**
 * The author's words, cut where the model says. Where its cuts do not use every piece once and in order, or are
 * far from as many as were asked for, they are replaced by even ones, and each scene gets the picture of the
 * model's scene that it shares most with.
 */
export function scriptFromCuts(
  answer: CutAnswer,
  story: string,
  units: readonly StoryUnit[],
  wantedScenes: number,
  iconOf: FindIcon,
): WrittenScript {
  const modelCuts = answer.scenes.map(({ last }) => last - 1);
  const isWhole = areWholeCuts(modelCuts, units.length) && isSceneCount(modelCuts.length, wantedScenes);
  const cuts = isWhole ? modelCuts : evenCuts(units, wantedScenes);
  const told = cuts.map((last, index) => {
    const first = index === 0 ? 0 : (cuts[index - 1] as number) + 1;
    const source = isWhole ? index : sceneAt(index, cuts.length, answer.scenes.length);
    const scene = answer.scenes[source] as AnswerScene;
    return { scene, narration: textOfUnits(story, units, first, last) };
  });
  return scriptOf(answer, told, isWhole ? 'model' : 'even', iconOf);
}

/** The messages of a chat in scenes of their own, each with what the model has seen at that place of the story. */
export function scriptFromChat(
  answer: CutAnswer,
  chat: readonly ChatScene[],
  iconOf: FindIcon,
): WrittenScript {
  const told = chat.map(({ narration }, index) => {
    const source = answer.scenes.findIndex(({ last }) => last > index);
    return { scene: answer.scenes.at(source) as AnswerScene, narration };
  });
  const script = scriptOf(answer, told, 'model', iconOf);
  const scenes = script.scenes.map((scene, at) => {
    const form = chat[at]?.form;
    return form ? { ...scene, form } : scene;
  });
  return { ...script, treatment: 'chat', scenes };
}

/** The model's own narration. */
export function scriptFromWriting(answer: WrittenAnswer, iconOf: FindIcon): WrittenScript {
  const told = answer.scenes.map((scene) => ({ scene, narration: plainNarration(scene.narration) }));
  return scriptOf(answer, told, 'written', iconOf);
}

type AnswerScene = Pick<CutAnswer['scenes'][number], 'picture' | 'characters' | 'shownAs'>;

interface ToldScene {
  /** What the model says of it. */
  scene: AnswerScene;
  narration: string;
}

function scriptOf(
  answer: CutAnswer | WrittenAnswer,
  told: readonly ToldScene[],
  cuts: WrittenScript['cuts'],
  iconOf: FindIcon,
): WrittenScript {
  const { mood, treatment, style } = answer;
  const title = plainLine(answer.title).slice(0, LONGEST_TITLE).trim();
  const cast = tidyCast(answer.cast);
  const forms = formsMeant(
    told.map(({ scene: { shownAs }, narration }) => ({ shownAs, narration })),
    iconOf,
  );
  const scenes = told.map((one, at) => sceneOf(one, forms[at], cast, style));
  return { title, mood, treatment, style, cast, scenes, cuts };
}

function sceneOf(
  { scene: { picture, characters: names }, narration }: ToldScene,
  form: Form | undefined,
  cast: readonly CastMember[],
  style: StyleBible,
): WrittenScene {
  const seen = seenIn(picture);
  // A character may be named in the picture and forgotten in the list.
  const present = cast.filter(
    ({ name }) => names.some((listed) => isSame(nameIn(listed), name)) || mentions(seen, name),
  );
  return {
    narration,
    ...(form && { form }),
    picture: seen,
    characters: present.map(({ name }) => name),
    imagePrompt: composePrompt(seen, present, style),
  };
}

/** A picture's description as it is sent on: one line of bounded length, so that no text can add a paragraph. */
export function seenIn(picture: string): string {
  return plainLine(picture).slice(0, LONGEST_PICTURE);
}

function sceneAt(index: number, scenes: number, sources: number): number {
  return Math.min(sources - 1, Math.floor(((index + 0.5) / scenes) * sources));
}

function tidyCast(cast: readonly CastMember[]): CastMember[] {
  return cast
    .map(({ name, look }) => ({
      name: nameIn(name),
      look: plainLine(look).slice(0, LONGEST_LOOK),
    }))
    .filter(({ name, look }) => name !== '' && look !== '')
    .slice(0, MOST_CAST);
}

/** A name as it stands in prompts: one line of bounded length. */
function nameIn(text: string): string {
  return plainLine(text).slice(0, LONGEST_NAME);
}

function isSame(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

function mentions(text: string, name: string): boolean {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu').test(text);
}

/** One line without control characters. */
function plainLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}

/** Narration as it can be spoken: without control characters and Markdown's marks. */
function plainNarration(text: string): string {
  return plainLine(text.replace(/[*_#`]+/g, ''));
}
