/**
 * A process that edits one scene of a video after the other, without end, and tells of each edit that was kept. It is
 * meant to be killed.
 */
import { openDb } from '#jobs/db/client.server.ts';
import { changeStoryboard, readDraft } from '#jobs/work/storyboard-commands.server.ts';

const [databaseUrl = '', videoId = '', name = ''] = process.argv.slice(2);
const db = openDb(databaseUrl);
const { board } = await readDraft({ db }, videoId);
for (let at = 0; ; at += 1) {
  const scene = board.scenes[at % board.scenes.length];
  if (!scene) throw new Error('There is no scene.');
  const narration = `Edit ${at} by ${name}.`;
  const request = {
    kind: 'edit',
    edit: { kind: 'set-scene', scene: scene.id, change: { narration } },
  } as const;
  const { revision } = await changeStoryboard({ db }, videoId, request);
  process.send?.({ scene: scene.id, narration, revision });
}
