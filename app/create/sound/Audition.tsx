import { Icon } from '#app/shell/Icon.tsx';
import { type SoundSource, useSound } from '#app/shell/use-sound.ts';

const VERBS = { still: 'Hear', waiting: 'Do not wait for', playing: 'Stop' } as const;

/** Lets a choice be heard before it is made; says why where it cannot be. */
export function Audition({ source, label }: { source: SoundSource; label: string }) {
  const { state, trouble, toggle } = useSound(source);
  return (
    <>
      <button
        type="button"
        className="audition with-script"
        data-state={state}
        aria-label={`${VERBS[state]} ${label}`}
        onClick={toggle}
      >
        <Icon name={state === 'still' ? 'play' : state === 'waiting' ? 'clock' : 'stop'} />
      </button>
      <span className="audition-trouble" role="status">
        {state === 'waiting' ? <span className="visually-hidden">{label} is speaking soon.</span> : trouble}
      </span>
    </>
  );
}
