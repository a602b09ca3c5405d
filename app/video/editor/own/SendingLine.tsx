import { useWords } from '#app/language/use-words.ts';
import type { SendingState } from './use-sending';

/** How far a file is, or why it was not taken; read aloud as it changes. */
export function SendingLine({ state, onCancel }: { state: SendingState; onCancel: () => void }) {
  const { t } = useWords();
  if (state.at === 'rest') return null;
  if (state.at === 'refused') {
    return (
      <p className="own-refused" role="alert">
        {state.message} {state.hint}
      </p>
    );
  }
  const percent = Math.round(state.share * 100);
  return (
    <div className="own-sending">
      <progress max={100} value={percent} aria-label={t('Sending the file')} />
      <span role="status">{t(percent < 100 ? 'Sending…' : 'Looking at it…')}</span>
      <button type="button" className="button button-quiet" onClick={onCancel}>
        {t('Cancel')}
      </button>
    </div>
  );
}
