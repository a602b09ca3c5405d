import { phrase } from '#app/language/phrase.ts';
import { useWords } from '#app/language/use-words.ts';
import { Icon } from '#app/shell/Icon.tsx';
import { type SoundSource, useSound } from '#app/shell/use-sound.ts';

const LABELS = {
  still: phrase('Hear {{name}}'),
  waiting: phrase('Do not wait for {{name}}'),
  playing: phrase('Stop {{name}}'),
} as const;

/** Lets a choice be heard before it is made; says why where it cannot be. */
export function Audition({ source, label }: { source: SoundSource; label: string }) {
  const { t, told } = useWords();
  const { state, trouble, toggle } = useSound(source);
  const name = told(label);
  return (
    <>
      <button
        type="button"
        className="audition with-script"
        data-state={state}
        aria-label={t(LABELS[state], { name })}
        onClick={toggle}
      >
        <Icon name={state === 'still' ? 'play' : state === 'waiting' ? 'clock' : 'stop'} />
      </button>
      <span className="audition-trouble" role="status">
        {state === 'waiting' ? (
          <span className="visually-hidden">{t('{{name}} is speaking soon.', { name })}</span>
        ) : (
          trouble && told(trouble)
        )}
      </span>
    </>
  );
}
