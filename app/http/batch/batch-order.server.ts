/** A batch as it comes in, by a form or as JSON: read, checked whole, and reckoned up. */
import type { AppLoadContext } from '@remix-run/node';
import { ApiFault } from '#app/http/api-fault.ts';
import { readIdempotencyKey } from '#app/http/idempotency-key.ts';
import { readFields } from '#app/http/read-fields.server.ts';
import { readForm } from '#app/http/read-form.ts';
import { filmCapFault } from '#jobs/ledger/caps.ts';
import { isConfigured } from '#jobs/ports/engine-overview.ts';
import { type BatchEstimate, estimateBatch, overCap } from '#jobs/story/batch/batch-estimate.ts';
import { MAX_BATCH_BYTES, MOST_STORIES } from '#jobs/story/batch/batch-limits.ts';
import { type BatchTerms, readTerms } from '#jobs/story/batch/batch-terms.ts';
import type { LineIssue, ReadLines } from '#jobs/story/batch/line-issue.ts';
import { readBatch } from '#jobs/story/batch/read-batch.ts';
import { readStoryFiles, readStoryObjects, type StoryFile } from '#jobs/story/batch/story-lines.ts';
import { formatUsd } from '#jobs/story/budget/usd.ts';
import type { StoryDraft } from '#jobs/story/order/draft.ts';
import { OPTIONS } from '#jobs/story/order/option-registry.ts';
import type { BatchOrder } from '#jobs/work/batches/order-batch.server.ts';
import { breathing } from './breathing';

/** What a request asks for. */
export interface SentBatch {
  fields: Readonly<Record<string, unknown>>;
  /** Options for all stories, by name. */
  options: Readonly<Record<string, unknown>>;
  /** Files with their names, or what was typed in; null where stories came as objects. */
  files: StoryFile[] | null;
  read: ReadLines;
  key: string | null;
  /** Whether it is only to be checked. */
  isCheck: boolean;
}

/** Fields of a form besides its files. */
const MOST_PLAIN_FIELDS = 60;

/**
 * Reads a batch: of a form the files in `files`, or else the text in `stories`; of JSON the list or text in `stories`.
 * @throws ApiFault as `readFields`, 400 for a key or a file that cannot be read, 413 for too many bytes
 */
export async function readSentBatch(request: Request): Promise<SentBatch> {
  const type = request.headers.get('content-type') ?? '';
  const isJson = /^application\/json\b/iu.test(type);
  const form = isJson ? null : await readForm(request, MOST_STORIES + MOST_PLAIN_FIELDS);
  const fields = form ? plainFields(form) : await readFields(request);
  const sent = form ? form.getAll('files').filter((one): one is File => typeof one !== 'string') : [];
  const files = sent.filter(({ name, size }) => name !== '' || size > 0);
  const common = {
    fields,
    options: optionsIn(form ? fields : fields.options),
    key: readIdempotencyKey(request.headers.get('idempotency-key') ?? fields.idempotencyKey),
    isCheck: fields.intent === 'check' || fields.check === true || fields.check === 'true',
  };
  if (Array.isArray(fields.stories)) {
    return { ...common, files: null, read: readStoryObjects(fields.stories) };
  }
  const texts = files.length > 0 ? await textsOf(files) : typed(fields.stories);
  return { ...common, files: texts, read: readStoryFiles(texts) };
}

export type CheckedBatch =
  | { ok: true; order: BatchOrder; estimate: BatchEstimate }
  | { ok: false; issues: LineIssue[]; terms: BatchTerms };

/** Checks every line, and what all of it will cost. */
export async function checkBatch(context: AppLoadContext, sent: SentBatch): Promise<CheckedBatch> {
  const { engines, backend } = context;
  const { terms, issues } = readTerms(sent.fields);
  const breathe = breathing();
  const reading = await readBatch(
    sent.read,
    { options: sent.options, looksFirst: terms.looksFirst },
    {
      speech: await context.readSpeech(),
      pictures: engines?.pictures ?? null,
      motion: engines?.motion ?? null,
      canWrite: isConfigured(engines, 'script'),
    },
    breathe,
  );
  if (!reading.ok) return { ok: false, issues: [...issues, ...reading.issues], terms };
  const drafts: StoryDraft[] = reading.stories.map(({ draft }) => draft);
  const estimate = await estimateBatch(drafts, backend.money.tariff, breathe);
  const { caps } = backend.money;
  const tooDear = reading.stories.flatMap(({ place }, at): LineIssue[] => {
    const fault = filmCapFault(caps, { videoUsd: 0, dayUsd: 0 }, estimate.eachUsd[at] ?? 0);
    return fault ? [{ place, field: null, ...fault }] : [];
  });
  const whole = [overCap(estimate, terms.capUsd), overDay(estimate, caps.perDayUsd)];
  const all = [...issues, ...tooDear, ...whole.flatMap((issue) => issue ?? [])];
  if (all.length > 0) return { ok: false, issues: all, terms };
  const items = drafts.map((draft, at) => ({ draft, expectedUsd: estimate.eachUsd[at] ?? 0 }));
  return { ok: true, order: { terms, items }, estimate };
}

/** What a program is told of it. */
export function toldEstimate({ films, words, durationMs, usd }: BatchEstimate) {
  return { films, words, durationMs, usd };
}

/** Its films would fail one after the other. */
function overDay({ usd }: BatchEstimate, perDayUsd: number | null): LineIssue | null {
  if (perDayUsd === null || usd <= perDayUsd) return null;
  return {
    ...{ place: null, field: null, code: 'batch_over_day' },
    message: `The batch is expected to cost ${formatUsd(usd)}; the limit for all films of one day is ${formatUsd(perDayUsd)}.`,
    hint: 'Send fewer stories at a time, choose cheaper options, or ask the operator to raise MAX_COST_PER_DAY.',
  };
}

function plainFields(form: FormData): Record<string, unknown> {
  return Object.fromEntries([...form].filter(([, value]) => typeof value === 'string'));
}

function optionsIn(given: unknown): Record<string, unknown> {
  if (typeof given !== 'object' || given === null) return {};
  return Object.fromEntries(Object.entries(given).filter(([name]) => Object.hasOwn(OPTIONS, name)));
}

function typed(stories: unknown): StoryFile[] {
  if (stories === undefined || stories === null || stories === '') return [];
  if (typeof stories === 'string') return [{ name: '', text: stories }];
  throw new ApiFault(400, {
    code: 'batch_no_stories',
    message: 'The stories are neither a list nor a text.',
    hint: 'Send a list such as [{"story": "Once upon a time…"}], or a table as text.',
  });
}

async function textsOf(files: readonly File[]): Promise<StoryFile[]> {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (files.length > MOST_STORIES || bytes > MAX_BATCH_BYTES) {
    throw new ApiFault(413, {
      code: 'batch_too_large',
      message: `A batch has at most ${MOST_STORIES.toLocaleString('en')} files with ${MAX_BATCH_BYTES / 1024 / 1024} MB in all.`,
      hint: 'Send them as several batches.',
    });
  }
  return Promise.all(
    files.map(async (file) => ({ name: file.name, text: textIn(await file.arrayBuffer(), file.name) })),
  );
}

/** UTF-8, or UTF-16 with its mark, as spreadsheets write it. */
function textIn(bytes: ArrayBuffer, name: string): string {
  const [first, second] = new Uint8Array(bytes.slice(0, 2));
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new ApiFault(422, {
      code: 'batch_not_text',
      message: `${name} is no text in UTF-8.`,
      hint: 'Save it as “CSV UTF-8” or as plain text in UTF-8, and send it again.',
    });
  }
}
