/** Storyboards looked at, changed, reckoned up and made into films. */
import { z } from 'zod';
import {
  editedSceneSchema,
  planSchema,
  storyboardAnswerSchema,
} from '#app/api/schemas/storyboard-schemas.ts';
import type { McpTool, ToolCall } from '#app/mcp/mcp-tool.ts';
import type { AnswerOf } from '#app/mcp/site-access.ts';
import { readSmallPicture } from '#app/mcp/small-picture.ts';
import { editSchema } from '#jobs/story/storyboard/edit.ts';
import { done, doneSchema, filmArguments } from './film-arguments';
import { boardWords, planWords, sceneWords } from './storyboard-words';

/** Without what the built-in illustrator reads a picture's description from: closed words by the dozen. */
const sceneSchema = editedSceneSchema.omit({ reading: true });
const boardSchema = storyboardAnswerSchema.extend({ scenes: z.array(sceneSchema) });

const revision = z
  .int()
  .positive()
  .optional()
  .describe('Of the storyboard that was read: what somebody else has changed since is then not overwritten.');

const sceneId = z.guid().describe('Of the scene, as read_storyboard tells it.');

export const STORYBOARD_TOOLS: readonly McpTool[] = [
  {
    name: 'read_storyboard',
    title: 'Read a storyboard',
    description:
      'Reads a film’s storyboard: title, options, and for each scene its id, what is said, what is seen and what of it is made. Read it before edit_storyboard.',
    operations: ['readStoryboard'],
    effect: 'reads',
    isRepeatable: true,
    input: filmArguments,
    output: boardSchema,
    answer: async ({ ask, given: { videoId } }) =>
      boardAnswer(await ask('readStoryboard', { params: { id: videoId } })),
  },
  {
    name: 'show_scene',
    title: 'Look at a scene',
    description:
      'Shows one scene of a storyboard with its picture, to judge it before it is paid for again or made into the film.',
    operations: ['readScene'],
    effect: 'reads',
    isRepeatable: true,
    input: filmArguments.extend({ sceneId }),
    output: sceneSchema,
    answer: async ({ ask, given, site, signal }) => {
      const params = { id: given.videoId, sceneId: given.sceneId };
      const { reading: _reading, ...scene } = await ask('readScene', { params });
      const picture = await readSmallPicture(site, scene.imageUrl, signal);
      return {
        structured: scene,
        text: sceneWords(scene),
        more: picture
          ? [
              {
                type: 'image',
                data: Buffer.from(picture.bytes).toString('base64'),
                mimeType: picture.mimeType,
              },
            ]
          : [],
      };
    },
  },
  {
    name: 'edit_storyboard',
    title: 'Edit a storyboard',
    description:
      'Changes one thing of a storyboard: a scene’s words, picture, voice or pause (“set-scene”), another picture of the same (“draw-again”), scenes added, removed, moved, split, merged or duplicated, or title and options of the whole film (“set-film”). The finished film stays as it is until update_film; plan_film tells what that will make and cost. New scenes get a new UUID as id, and any whole number as seed.',
    operations: ['changeStoryboard'],
    effect: 'changes',
    isRepeatable: false,
    input: filmArguments.extend({ edit: editSchema, revision }),
    output: boardSchema,
    answer: async (call) => changed(call, { kind: 'edit', edit: call.given.edit }),
  },
  {
    name: 'step_storyboard',
    title: 'Take edits back',
    description:
      'Goes back and forth in a storyboard’s edits: “undo” and “redo” the last one, “discard” all since the film, “revert” one scene, or “restore” the storyboard of an earlier version.',
    operations: ['changeStoryboard'],
    effect: 'changes',
    isRepeatable: false,
    input: filmArguments.extend({
      step: z.enum(['undo', 'redo', 'discard', 'revert', 'restore']),
      scene: sceneId.optional().describe('For “revert”: which scene.'),
      version: z
        .int()
        .positive()
        .optional()
        .describe('For “restore”: its number, as list_versions tells it.'),
      revision,
    }),
    output: boardSchema,
    answer: async (call) => {
      const { step, scene, version } = call.given;
      return changed(call, { kind: step, scene, version });
    },
  },
  {
    name: 'plan_film',
    title: 'Plan before paying',
    description:
      'Tells what would be made if the film were made of its storyboard as it stands: line by line, how long that takes and what it costs. Nothing is begun. Use it before update_film.',
    operations: ['readPlan'],
    effect: 'reads',
    isRepeatable: true,
    input: filmArguments,
    output: planSchema,
    answer: async ({ ask, given: { videoId } }) => {
      const plan = await ask('readPlan', { params: { id: videoId } });
      return { structured: plan, text: planWords(plan) };
    },
  },
  {
    name: 'update_film',
    title: 'Make the film of its storyboard',
    description:
      'Has the film made of its storyboard as it stands: the first one after the look at it, or a new one of what was edited. Only what differs is made, and the film that is there can be watched until the new one is. It may cost money: see plan_film. Then call follow_film.',
    operations: ['updateFilm'],
    effect: 'changes',
    isRepeatable: true,
    input: filmArguments,
    output: doneSchema,
    answer: async ({ ask, given: { videoId } }) => {
      await ask('updateFilm', { params: { id: videoId } });
      return { structured: done(videoId), text: 'It is being made. Next: follow_film tells how far it is.' };
    },
  },
];

async function changed({ ask, given }: ToolCall, request: Readonly<Record<string, unknown>>) {
  const body = { ...request, revision: given.revision };
  return boardAnswer(await ask('changeStoryboard', { params: { id: given.videoId }, body }));
}

function boardAnswer({ scenes, ...board }: AnswerOf<'readStoryboard'>) {
  const told = { ...board, scenes: scenes.map(({ reading: _reading, ...scene }) => scene) };
  return { structured: told, text: boardWords(told) };
}
