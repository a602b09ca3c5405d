import { Form, useSearchParams } from '@remix-run/react';
import { useEffect } from 'react';
import { useWords } from '#app/language/use-words.ts';
import { useScripted } from '#app/shell/use-scripted.ts';
import { deletedWords, undoneWords } from './acts/deleted-words';
import { LIBRARY_ACTION, tellDeleted, useUndo } from './acts/use-library-actions';
import type { HomeView } from './home-view';

/** What happened before the page was opened: videos were deleted, or brought back. Script tells it in a toast. */
export function ShelfNotice({ deleted, address }: Pick<HomeView, 'deleted' | 'address'>) {
  const [search, setSearch] = useSearchParams();
  const undo = useUndo();
  const words = useWords();
  const isScripted = useScripted();
  useEffect(() => {
    // The notice goes first: there is one way back at a time.
    if (!isScripted || !search.has('deleted')) return;
    tellDeleted(deleted, undo, words);
    setSearch(
      (now) => {
        now.delete('deleted');
        return now;
      },
      { replace: true, preventScrollReset: true },
    );
  }, [isScripted, search, setSearch, deleted, undo, words]);
  const undone = search.get('undone');
  const [restored = 0, gone = 0] = (undone ?? '').split('.').map((count) => Number(count) || 0);
  return (
    <>
      {deleted.length > 0 && !isScripted && (
        <Form method="post" action={LIBRARY_ACTION} className="shelf-notice" role="status">
          <p>{deletedWords(deleted, words)}</p>
          <input type="hidden" name="back" value={address} />
          {deleted.map(({ id }) => (
            <input key={id} type="hidden" name="id" value={id} />
          ))}
          <button className="button" type="submit" name="intent" value="undo">
            {words.t('Undo')}
          </button>
        </Form>
      )}
      {undone !== null && (
        <p className="shelf-notice" role="status">
          {undoneWords({ restored, gone }, words).text}
        </p>
      )}
    </>
  );
}
