import { isDatabaseAway } from '#jobs/db/away/database-away.ts';
import { diskFault } from '#jobs/ports/disk-fault.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import type { DraftIssue } from '#jobs/story/order/draft.ts';
import { DATABASE_AWAY } from './database-fault';

/** What an API answer says when something is wrong. */
export interface PublicFault {
  code: string;
  message: string;
  hint: string;
  /** Name of the input field that is meant, where there is one. */
  field?: string;
}

/** What is wrong with one field of what was sent. */
export interface FieldFault {
  /** Its name, or the way to it with points in between. */
  field: string;
  message: string;
  hint?: string;
  code?: string;
}

/** What problem details tell besides: see `app/api/problem.ts`. */
interface FaultDetails {
  /** Whether the same request may succeed when it is sent again; by its status where nobody says. */
  retryable?: boolean | undefined;
  /** All that is wrong, field by field. */
  fields?: readonly FieldFault[];
  /** Parts of a storyboard that somebody else has changed meanwhile. */
  parts?: readonly string[];
  /** Methods that the address has. */
  allow?: readonly string[];
}

/** A request that cannot be done, with the status of its answer. */
export class ApiFault extends Error {
  override readonly name = 'ApiFault';
  readonly status: number;
  readonly fault: PublicFault;
  readonly details: FaultDetails;

  constructor(status: number, fault: PublicFault, details: FaultDetails = {}) {
    super(fault.message);
    this.status = status;
    this.fault = fault;
    this.details = details;
  }
}

/** What is wrong with a draft: the first thing as the API tells it, and all of it. */
export function draftFault(issues: readonly DraftIssue[]): ApiFault {
  const [first] = issues;
  if (!first) throw new Error('A refused draft has at least one issue.');
  const { code, message, hint, field } = first;
  return new ApiFault(422, { code, message, hint, field }, { fields: issues });
}

const STORY_ERROR_STATUS: Record<string, number> = {
  video_not_found: 404,
  video_completed: 409,
  video_finished: 409,
  idempotency_conflict: 409,
  edit_conflict: 409,
  edit_scene_gone: 409,
  edit_impossible: 422,
  no_step: 409,
  take_gone: 409,
  cost_cap_video: 409,
  cost_cap_day: 409,
  cost_cap_person: 409,
  quota_reached: 409,
  nothing_to_update: 409,
  storyboard_missing: 409,
  version_gone: 404,
  film_missing: 409,
  film_not_ready: 409,
  post_impossible: 409,
  cover_not_found: 404,
  title_empty: 422,
  title_not_text: 422,
  title_control_characters: 422,
  title_too_long: 422,
  timeline_not_ready: 409,
  publishing_target_not_found: 404,
  publishing_target_lost: 409,
  publishing_done: 409,
  publication_not_found: 404,
  publication_not_failed: 409,
  publication_over: 409,
  batch_not_found: 404,
  batch_cancelled: 409,
  project_missing: 422,
  project_not_zip: 422,
  project_foreign: 422,
  project_newer: 422,
  project_unsafe: 422,
  project_too_large: 422,
  project_damaged: 422,
  upload_too_large: 413,
  upload_limit_reached: 409,
  disk_full: 507,
  disk_read_only: 507,
  storage_away: 503,
  storage_refused: 503,
};

/** What was sent cannot be used: `upload_…`, where nothing above says otherwise. */
const REFUSED_UPLOAD = /^upload_/;

/** The status by which a StoryError of that code is answered; undefined where it is nobody's fault but ours. */
export function statusOfCode(code: string): number | undefined {
  return STORY_ERROR_STATUS[code] ?? (REFUSED_UPLOAD.test(code) ? 422 : undefined);
}

/** Brings anything thrown to an answerable fault, a full disk included; null when it is nobody's fault but ours. */
export function asApiFault(thrown: unknown): ApiFault | null {
  if (thrown instanceof ApiFault) return thrown;
  if (isDatabaseAway(thrown)) return new ApiFault(503, DATABASE_AWAY);
  const told = diskFault(thrown) ?? thrown;
  if (!(told instanceof StoryError)) return null;
  const status = statusOfCode(told.code);
  if (status === undefined) return null;
  const { code, message, hint, retryable } = told;
  return new ApiFault(status, { code, message, hint }, { retryable });
}
