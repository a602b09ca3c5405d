/** What is said of deleting and of bringing back. Pure. */
import { displayTitle } from '#app/video/status-words.ts';
import { UNDO_MS } from '#jobs/story/film/undo-time.ts';

export function deletedWords(videos: readonly { title: string }[]): string {
  const [first] = videos;
  if (videos.length === 1 && first) return `“${displayTitle(first.title)}” was deleted.`;
  return `${videos.length} videos were deleted.`;
}

export function undoneWords({ restored, gone }: { restored: number; gone: number }): {
  text: string;
  isBad: boolean;
} {
  const late = `A deleted video can be brought back for ${UNDO_MS / 1000} seconds only.`;
  if (gone === 0) {
    return { text: restored === 1 ? 'It is back.' : `All ${restored} are back.`, isBad: false };
  }
  if (restored === 0) {
    return { text: `${gone === 1 ? 'It is' : 'They are'} gone for good. ${late}`, isBad: true };
  }
  return { text: `${restored} are back, ${gone} are gone for good. ${late}`, isBad: true };
}
