import { Icon } from '#app/shell/Icon.tsx';
import { useSound } from '#app/shell/use-sound.ts';

/** Lets a choice be heard before it is made. */
export function Audition({ url, label }: { url: string; label: string }) {
  const { isPlaying, toggle } = useSound(url);
  return (
    <button
      type="button"
      className="audition with-script"
      aria-label={`${isPlaying ? 'Stop' : 'Hear'} ${label}`}
      onClick={toggle}
    >
      <Icon name={isPlaying ? 'stop' : 'play'} />
    </button>
  );
}
