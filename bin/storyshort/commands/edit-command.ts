/** `storyshort edit`: the storyboard of a video, shown and changed. */
import { randomInt, randomUUID } from 'node:crypto';
import { AnsweredFault } from '#bin/client/answered-fault.ts';
import type { AnswerTo } from '#bin/client/operations-client.ts';
import { VIDEO_ARGUMENT } from '#bin/storyshort/arguments.ts';
import { command, type Desk, type Told } from '#bin/storyshort/command.ts';
import { CommandFault, usageFault } from '#bin/storyshort/command-fault.ts';
import { type AskedEdit, askedEdits } from '#bin/storyshort/edits/asked-edits.ts';
import { readEdits } from '#bin/storyshort/edits/edit-file.ts';
import { type EditFlags, withEditFlags } from '#bin/storyshort/edits/edit-flags.ts';
import { filmFields } from '#bin/storyshort/film-flags.ts';
import { givenText } from '#bin/storyshort/given-text.ts';
import { didYouMean } from '#bin/storyshort/near-word.ts';
import { tableLines } from '#bin/storyshort/table-lines.ts';
import type { SceneVoice } from '#jobs/story/order/voice/speaker-voice.ts';

type Board = AnswerTo<'readStoryboard'>;

/** Seeds are smaller. */
const SEEDS = 2 ** 31;

export const EDIT_COMMAND = command({
  usage: 'edit <video>',
  does: 'the storyboard, changed; without a change, as it stands. The film stays until “update”',
  first: 'video',
  takes: (yargs) => withEditFlags(yargs.positional('video', VIDEO_ARGUMENT)),
  run: async (desk, { video: id, ...given }): Promise<Told> => {
    const edits = given.file === undefined ? null : await fileEdits(desk, given.file, given);
    const before = await desk.site.ask('readStoryboard', { params: { id } });
    const asked = edits ?? (await flagEdits(desk, before, given));
    const board = await changed(desk, id, before, asked);
    const next = board.isEdited
      ? `\nWhat that costs: ${desk.callOf(`plan ${id}`)}\nThe film of it: ${desk.callOf(`update ${id}`)}`
      : '';
    return { document: board, text: `${boardText(board)}${next}` };
  },
});

/** One after the other, each on what stands by then. */
async function changed(desk: Desk, id: string, before: Board, asked: readonly AskedEdit[]): Promise<Board> {
  let board = before;
  for (const [at, request] of asked.entries()) {
    const body = { ...request, revision: board.revision };
    board = await desk.site.ask('changeStoryboard', { params: { id }, body }).catch((error: unknown) => {
      throw at > 0 && error instanceof AnsweredFault ? brokenOff(error, at, asked.length) : error;
    });
  }
  return board;
}

/** The same fault, with what was done before it. */
function brokenOff({ status, ...fault }: AnsweredFault, done: number, all: number): AnsweredFault {
  const hint = `${fault.hint} This was edit ${done + 1} of ${all}; those before it are made, and --undo takes them back.`;
  return new AnsweredFault(status, { ...fault, hint });
}

async function fileEdits(desk: Desk, file: string, given: EditFlags & Record<string, unknown>) {
  const means = { sceneIds: [], voice: null, film: filmFields(given), newId: randomUUID, newSeed };
  if (given.scene !== undefined || askedEdits(given, means).length > 0)
    throw usageFault(
      '--file brings all edits.',
      'Leave the other changes away, or write them into the file.',
    );
  return readEdits(await givenText(file, 'file of edits', desk.stopped), file);
}

async function flagEdits(desk: Desk, board: Board, given: EditFlags & { voice?: string | undefined }) {
  return askedEdits(given, {
    sceneIds: board.scenes.map(({ id }) => id),
    voice: given.voice === undefined ? null : await voiceNamed(desk, given.voice),
    film: filmFields({ ...given, voice: undefined }),
    newId: randomUUID,
    newSeed,
  });
}

async function voiceNamed({ site, callOf }: Desk, wanted: string): Promise<SceneVoice> {
  const { voices } = await site.ask('listVoices');
  const found = voices.find(({ name }) => name === wanted);
  if (found) return found.chosen;
  const names = voices.map(({ name }) => name);
  throw new CommandFault('refused', {
    code: 'unknown_voice',
    message: `There is no voice “${wanted}” there.${didYouMean(wanted, names)}`,
    hint: `All that there are: ${callOf('voices')}`,
  });
}

function newSeed(): number {
  return randomInt(SEEDS);
}

function boardText({ title, scenes, isEdited }: Board): string {
  const rows = scenes.map(({ position, id, isEdited: own, voiceState, pictureState, narration }) => [
    `${position + 1}${own ? '*' : ''}`,
    id,
    [...stateOf('voice', voiceState), ...stateOf('picture', pictureState)].join(', '),
    narration.replace(/\s+/g, ' '),
  ]);
  return [`${title}${isEdited ? ' (edited)' : ''}`, tableLines(rows)].join('\n');
}

function stateOf(what: string, state: string): string[] {
  return state === 'stale' || state === 'missing' ? [`${what} to be made`] : [];
}
