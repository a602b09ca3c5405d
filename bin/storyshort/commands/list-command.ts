/** `storyshort list`: videos, page by page. */
import { textFlag } from '#bin/storyshort/arguments.ts';
import { command, type Told } from '#bin/storyshort/command.ts';
import { lengthText, tableLines } from '#bin/storyshort/table-lines.ts';
import { SHELF_SHOWS, SHELF_SORTS } from '#jobs/db/shelf/shelf-query.ts';
import { decidedValuesOf } from '#jobs/story/order/option.ts';
import { OPTIONS } from '#jobs/story/order/option-registry.ts';

export const LIST_COMMAND = command({
  usage: 'list [words..]',
  does: 'your videos; those in whose title or story all the words are',
  takes: (yargs) =>
    yargs
      .positional('words', { type: 'string', array: true, default: [] as string[] })
      .option('show', { choices: SHELF_SHOWS, describe: 'making: everything unfinished; ready: every film' })
      .option('style', { choices: decidedValuesOf(OPTIONS.style) })
      .option('language', textFlag('a primary language, such as en'))
      .option('sort', { choices: SHELF_SORTS })
      .option('from', textFlag('where a page begins, as the one before says')),
  run: async (desk, { words, show, style, language, sort, from }): Promise<Told> => {
    const q = words.length > 0 ? words.join(' ') : undefined;
    const page = await desk.site.ask('listVideos', { query: { q, show, style, language, sort, from } });
    const next = page.next && new URL(page.next, desk.connection.base).searchParams.get('from');
    const rows = page.videos.map(({ id, status, progress, durationMs, title, opening }) => [
      id,
      status === 'completed' ? lengthText(durationMs) : `${status} ${progress} %`,
      (title || opening).replace(/\s+/g, ' '),
    ]);
    const more =
      next === null ? '' : `\nMore: ${desk.callOf(`list --from ${next}`)} with the same words and options`;
    const none =
      words.length > 0 || show !== undefined ? 'There is no such video.' : 'There is no video yet.';
    return {
      document: { videos: page.videos, next },
      text: rows.length > 0 ? `${tableLines(rows)}${more}` : none,
    };
  },
});
