/** The editor's forms without script. */
import { randomInt } from 'node:crypto';
import { z } from 'zod';
import type { Edit } from '#jobs/story/storyboard/edit.ts';
import type { Storyboard } from '#jobs/story/storyboard/storyboard.ts';
import type { Backend } from '#jobs/work/commands.server.ts';
import { changeStoryboard, readDraft, updateFilm } from '#jobs/work/storyboard-commands.server.ts';

export const PLAIN_INTENTS = [
  'edit-words',
  'move-up',
  'move-down',
  'draw-again',
  'remove-scene',
  'undo',
  'update-film',
  'restore-version',
] as const;
export type PlainIntent = (typeof PLAIN_INTENTS)[number];

const fieldsSchema = z.object({
  scene: z.string().default(''),
  narration: z.string().trim().default(''),
  version: z.coerce.number().int().default(0),
});

/** Does what one of the forms asks for. @throws StoryError as the commands do */
export async function performPlainEdit(
  backend: Backend,
  videoId: string,
  intent: PlainIntent,
  fields: Record<string, unknown>,
): Promise<void> {
  if (intent === 'update-film') return updateFilm(backend, videoId);
  if (intent === 'restore-version') {
    const { version } = fieldsSchema.parse(fields);
    await changeStoryboard(backend, videoId, { kind: 'restore', version });
    return;
  }
  if (intent === 'undo') {
    await changeStoryboard(backend, videoId, { kind: 'undo' });
    return;
  }
  const { board } = await readDraft(backend, videoId);
  const edit = editOf(intent, board, fieldsSchema.parse(fields));
  if (edit) await changeStoryboard(backend, videoId, { kind: 'edit', edit });
}

function editOf(
  intent: Exclude<PlainIntent, 'undo' | 'update-film' | 'restore-version'>,
  { scenes }: Storyboard,
  { scene, narration }: Pick<z.infer<typeof fieldsSchema>, 'scene' | 'narration'>,
): Edit | null {
  const at = scenes.findIndex(({ id }) => id === scene);
  switch (intent) {
    case 'edit-words':
      // An emptied field leaves the words as they were.
      return narration === '' ? null : { kind: 'set-scene', scene, change: { narration } };
    case 'move-up':
      return { kind: 'move-scene', scene, after: scenes[at - 2]?.id ?? null };
    case 'move-down':
      return { kind: 'move-scene', scene, after: scenes[at + 1]?.id ?? scenes[at - 1]?.id ?? null };
    case 'draw-again':
      return { kind: 'draw-again', scene, seed: randomInt(2 ** 31), remark: null };
    case 'remove-scene':
      return { kind: 'remove-scene', scene };
  }
}

export function isPlainIntent(intent: unknown): intent is PlainIntent {
  return PLAIN_INTENTS.some((name) => name === intent);
}
