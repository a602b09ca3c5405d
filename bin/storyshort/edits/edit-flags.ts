/** What `storyshort edit` takes for the usual edits. */
import type { Argv } from 'yargs';
import { textFlag } from '#bin/storyshort/arguments.ts';
import { withFilmFlags } from '#bin/storyshort/film-flags.ts';
import type { Option } from '#jobs/story/order/option.ts';
import { OPTIONS } from '#jobs/story/order/option-registry.ts';

const SCENE = 'A scene:';
const STEPS = 'Steps:';

/** Options of the film that nothing would come of once its script is written; the voice is a scene's as well. */
const WITHOUT = (Object.entries(OPTIONS) as [string, Option][])
  .filter(([name, { feeds }]) => feeds.includes('script') || name === 'review' || name === 'voice')
  .map(([name]) => name);

const inScene = (describe: string) => ({ ...textFlag(describe), group: SCENE });
const doesToScene = (describe: string) => ({ type: 'boolean', group: SCENE, describe }) as const;
const step = (describe: string) => ({ type: 'boolean', group: STEPS, describe }) as const;

export function withEditFlags<Given>(yargs: Argv<Given>) {
  return withFilmFlags(yargs, WITHOUT)
    .option('scene', inScene('which one: its number, or its id'))
    .option('text', inScene('what is said'))
    .option('caption-text', inScene('what captions show where that is not what is said'))
    .option('picture', inScene('what is seen, in words'))
    .option('voice', textFlag('who tells the scene, or without --scene the film: see “storyshort voices”'))
    .option('pause', inScene('stillness after it, ms'))
    .option('draw-again', doesToScene('another picture of the same words'))
    .option('remark', inScene('with --draw-again: what was wrong with the picture'))
    .option('remove', doesToScene('takes it out'))
    .option('duplicate', doesToScene('a second one like it, behind it'))
    .option('move-after', inScene('puts it behind that scene; 0: to the beginning'))
    .option('split-at', inScene('makes two of it, the second from behind that many words on'))
    .option('merge', doesToScene('takes the next one’s words in'))
    .option('revert', doesToScene('as the film has it'))
    .option('add', inScene('a new scene of these words, with --after'))
    .option('after', inScene('where it goes: behind that scene; 0: to the beginning'))
    .option('undo', step('takes the last step back'))
    .option('redo', step('does it again'))
    .option('discard', step('everything as the film has it'))
    .option('restore', { ...textFlag('everything as the finished film of that number has it'), group: STEPS })
    .option('file', textFlag('edits in JSON, one or a list, as the API takes them; - for standard input'));
}

/** What was given of them. */
export interface EditFlags {
  scene?: string | undefined;
  text?: string | undefined;
  'caption-text'?: string | undefined;
  picture?: string | undefined;
  pause?: string | undefined;
  'draw-again'?: boolean | undefined;
  remark?: string | undefined;
  remove?: boolean | undefined;
  duplicate?: boolean | undefined;
  'move-after'?: string | undefined;
  'split-at'?: string | undefined;
  merge?: boolean | undefined;
  revert?: boolean | undefined;
  add?: string | undefined;
  after?: string | undefined;
  undo?: boolean | undefined;
  redo?: boolean | undefined;
  discard?: boolean | undefined;
  restore?: string | undefined;
}
