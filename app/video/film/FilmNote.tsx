import { useWords } from '#app/language/use-words.ts';
import type { NoteView } from '#app/video/status-view.ts';

/** What was got round in the film, beside it. */
export function FilmNote({ note }: { note: NoteView }) {
  const { t, told } = useWords();
  return (
    <aside className="panel panel-warn film-remark" aria-label={t('About this film')}>
      <p>{told(note.message)}</p>
      <p>{told(note.hint)}</p>
    </aside>
  );
}
