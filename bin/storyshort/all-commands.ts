/** Everything that `storyshort` can be asked for, in the order of its help. */
import type { Command } from './command';
import { BATCH_COMMAND } from './commands/batch-command';
import { EDIT_COMMAND } from './commands/edit-command';
import { EXPORT_COMMAND } from './commands/export-command';
import { IMPORT_COMMAND } from './commands/import-command';
import { LIST_COMMAND } from './commands/list-command';
import { MAKE_COMMAND } from './commands/make-command';
import { PLAN_COMMAND } from './commands/plan-command';
import { SPEAKING_COMMAND } from './commands/speaking-command';
import { CANCEL_COMMAND, RESUME_COMMAND, UPDATE_COMMAND, WATCH_COMMAND } from './commands/work-commands';

export const COMMANDS_OF_SITE: readonly Command[] = [
  MAKE_COMMAND,
  WATCH_COMMAND,
  LIST_COMMAND,
  EDIT_COMMAND,
  PLAN_COMMAND,
  UPDATE_COMMAND,
  RESUME_COMMAND,
  CANCEL_COMMAND,
  EXPORT_COMMAND,
  IMPORT_COMMAND,
  SPEAKING_COMMAND,
  BATCH_COMMAND,
];
