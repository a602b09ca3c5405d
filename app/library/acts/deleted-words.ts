/** What is said of deleting and of bringing back. Pure. */
import type { Words } from '#app/language/page-words.ts';
import { displayTitle } from '#app/video/status-words.ts';
import { UNDO_MS } from '#jobs/story/film/undo-time.ts';

export function deletedWords(videos: readonly { title: string }[], { t }: Pick<Words, 't'>): string {
  const [first] = videos;
  return videos.length === 1 && first
    ? t('“{{title}}” was deleted.', { title: displayTitle(first.title, { t }) })
    : t('{{count}} videos were deleted.', { count: videos.length });
}

export function undoneWords(
  { restored, gone }: { restored: number; gone: number },
  { t }: Pick<Words, 't'>,
): { text: string; isBad: boolean } {
  if (gone === 0) {
    const text = restored === 1 ? t('It is back.') : t('All {{count}} are back.', { count: restored });
    return { text, isBad: false };
  }
  const text =
    restored === 0
      ? t(gone === 1 ? 'It is gone for good.' : 'They are gone for good.')
      : t('{{restored}} are back, {{gone}} are gone for good.', { restored, gone });
  const late = t('A deleted video can be brought back for {{count}} seconds only.', {
    count: UNDO_MS / 1000,
  });
  return { text: `${text} ${late}`, isBad: true };
}
