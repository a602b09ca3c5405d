import * as Dialog from '@radix-ui/react-dialog';
import { useEffect, useState } from 'react';
import { Icon } from '#app/shell/Icon.tsx';
import { FilmInspector } from './film-options/FilmInspector';
import { SceneInspector } from './scene/SceneInspector';
import { useEditor } from './state/StoryboardContext';

/** From here on there is room for the inspector beside the scenes. */
const BESIDE = '(min-width: 62rem)';

interface InspectorProps {
  /** Whether the film as a whole is open on a phone. */
  isFilmOpen: boolean;
  onClose: () => void;
}

/** What is chosen, to be changed: beside the scenes, or on a phone as a sheet from below. */
export function Inspector({ isFilmOpen, onClose }: InspectorProps) {
  const { chosen, scenes, choose } = useEditor();
  const isBeside = useMedia(BESIDE);
  const scene = scenes.find(({ id }) => id === chosen);
  const content = scene ? <SceneInspector scene={scene} /> : <FilmInspector />;
  if (isBeside) {
    return (
      <aside className="inspector" aria-label={scene ? `Scene ${scene.position + 1}` : 'The whole film'}>
        {scene && (
          <button type="button" className="link-button inspector-whole" onClick={() => choose(null)}>
            The whole film
          </button>
        )}
        {content}
      </aside>
    );
  }
  const close = () => {
    choose(null);
    onClose();
  };
  return (
    <Dialog.Root open={scene !== undefined || isFilmOpen} onOpenChange={(isOpen) => !isOpen && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-shade" />
        <Dialog.Content className="sheet" aria-describedby={undefined}>
          <Dialog.Title className="visually-hidden">
            {scene ? `Scene ${scene.position + 1}` : 'The whole film'}
          </Dialog.Title>
          <Dialog.Close className="sheet-close" aria-label="Close">
            <Icon name="close" />
          </Dialog.Close>
          {content}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function useMedia(query: string): boolean {
  const [isMet, setMet] = useState(true);
  useEffect(() => {
    const media = window.matchMedia(query);
    const look = () => setMet(media.matches);
    look();
    media.addEventListener('change', look);
    return () => media.removeEventListener('change', look);
  }, [query]);
  return isMet;
}
