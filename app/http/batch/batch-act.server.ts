import type { AppLoadContext } from '@remix-run/node';
import { ApiFault } from '#app/http/api-fault.ts';
import { noteDeed } from '#app/http/note-deed.server.ts';
import { MOST_STORIES } from '#jobs/story/batch/batch-limits.ts';
import { readChanges } from '#jobs/story/batch/batch-terms.ts';
import type { LineIssue } from '#jobs/story/batch/line-issue.ts';
import { actOnBatch, type BatchAct } from '#jobs/work/batches/batch-commands.server.ts';

const ACTS = ['pause', 'go-on', 'cancel', 'release', 'change'] as const;

/**
 * Does what somebody asks of a batch, by the field `do`.
 * @throws ApiFault 400 for an act that does not exist, 422 for values that cannot be; StoryError as `actOnBatch`
 */
export async function actOnOwnBatch(
  context: AppLoadContext,
  batchId: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<void> {
  const act = readAct(fields);
  await actOnBatch(context.backend, batchId, act);
  if (act.do === 'cancel') await noteDeed(context, 'batch.cancelled', batchId);
}

function readAct(fields: Readonly<Record<string, unknown>>): BatchAct {
  const asked = ACTS.find((one) => one === fields.do);
  switch (asked) {
    case undefined:
      throw new ApiFault(400, {
        code: 'unknown_act',
        message: 'The request does not say what is to be done with the batch.',
        hint: `Send do as one of: ${ACTS.join(', ')}.`,
      });
    case 'release':
      return readRelease(fields.number);
    case 'change': {
      const issues: LineIssue[] = [];
      const change = readChanges(fields, issues);
      const [first] = issues;
      if (!first) return { do: 'change', ...change };
      const { code, message, hint, field } = first;
      throw new ApiFault(422, { code, message, hint, ...(field !== null && { field }) });
    }
    default:
      return { do: asked };
  }
}

function readRelease(number: unknown): BatchAct {
  if (number === undefined || number === null || number === '') return { do: 'release' };
  const position = /^\d{1,6}$/.test(String(number)) ? Number(number) - 1 : -1;
  if (position >= 0 && position < MOST_STORIES) return { do: 'release', position };
  throw new ApiFault(422, {
    code: 'batch_no_such_number',
    message: 'No story of the batch has that number.',
    hint: 'Send the number of a story, from 1, or leave it out to release all.',
    field: 'number',
  });
}
