import type { NoteView } from '#app/video/status-view.ts';

/** What was got round in the film, beside it. */
export function FilmNote({ note }: { note: NoteView }) {
  return (
    <aside className="panel panel-warn film-remark" aria-label="About this film">
      <p>{note.message}</p>
      <p>{note.hint}</p>
    </aside>
  );
}
