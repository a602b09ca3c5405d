/**
 * `storyshort batch`: many stories at once: checked whole, then ordered, followed to the end, and their films fetched
 * as they get ready. Whoever stops watching stops nothing.
 */
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { BatchAnswer } from '#bin/client/api-client.ts';
import { textFlag, WAIT_FLAG } from '#bin/storyshort/arguments.ts';
import { batchLine, followBatch } from '#bin/storyshort/batch/followed-batch.ts';
import { storyForm } from '#bin/storyshort/batch/story-form.ts';
import { command, type Desk, type Told } from '#bin/storyshort/command.ts';
import { CommandFault, usageFault } from '#bin/storyshort/command-fault.ts';
import { estimateText } from '#bin/storyshort/estimate-text.ts';
import { filmFields, withFilmFlags } from '#bin/storyshort/film-flags.ts';

export const BATCH_COMMAND = command({
  usage: 'batch [stories..]',
  does: 'many films at once, of tables, texts or folders of them',
  first: 'file',
  takes: (yargs) =>
    withFilmFlags(
      yargs
        .positional('stories', {
          type: 'string',
          array: true,
          default: [] as string[],
          describe: 'tables (.csv, .tsv), lines of JSON (.jsonl), texts, or folders of them',
        })
        .option('out', { ...textFlag('folder into which films and report are put'), alias: 'o' })
        .option('name', textFlag('what the batch is called'))
        .option('at-once', textFlag('how many films are made at once'))
        .option('cap', textFlag('US dollars that all films together may cost'))
        .option('look-first', {
          type: 'boolean',
          describe: 'each film waits with its storyboard until you let it go on, on the batch’s page',
        })
        .option('check', {
          type: 'boolean',
          describe: 'says what is wrong and what it would cost; orders nothing',
        })
        .option('batch', textFlag('id of one that was ordered before: followed, and its films fetched'))
        .option('wait', WAIT_FLAG)
        .option('key', textFlag('a word for this order: sent again with it, it is no second one')),
      // Each story has a title of its own.
      ['title'],
    ),
  run: async (desk, given): Promise<Told> => {
    const { stories, batch, check, wait, key = randomUUID() } = given;
    if ((batch === undefined) === (stories.length === 0))
      throw usageFault(
        'It is stories that are ordered, or a batch that is come back to.',
        'See: storyshort batch --help',
      );
    if (batch !== undefined) return followed(desk, batch, given.out);
    const form = await storyForm(stories, {
      ...filmFields(given),
      ...{ name: given.name, atOnce: given['at-once'], capUsd: given.cap },
      lookFirst: given['look-first'] === true ? '1' : undefined,
    });
    const estimate = await desk.older.checkBatch(form);
    if (check === true) return { document: { estimate }, text: estimateText(estimate) };
    desk.say(estimateText(estimate));
    const batchId = await desk.older.orderBatch(form, key);
    const pageUrl = desk.connection.urlOf(`/batches/${batchId}`);
    if (!wait) return { document: { batchId, pageUrl, estimate }, text: `${batchId}\n${pageUrl}` };
    desk.say(`Batch ${batchId}: ${pageUrl}`);
    return followed(desk, batchId, given.out);
  },
});

async function followed(desk: Desk, batchId: string, out: string | undefined): Promise<Told> {
  const batch = await followBatch(desk, batchId, out === undefined ? null : resolve(out));
  const fault = incomplete(batch);
  return { document: batch, text: batchLine(batch), ...(fault && { fault }) };
}

/** Why not every story has its film; null where each has. */
function incomplete({ counts }: BatchAnswer): CommandFault | null {
  const { ready = 0, stories = 0 } = counts;
  if (ready === stories) return null;
  return new CommandFault('failed', {
    code: 'batch_incomplete',
    message: `${stories - ready} of ${stories} stories have no film.`,
    hint: 'The report and the page of the batch say why, for each.',
  });
}
