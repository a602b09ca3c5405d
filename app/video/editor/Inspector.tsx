import { useEffect, useState } from 'react';
import { useWords } from '#app/language/use-words.ts';
import { useLatePart } from '#app/shell/use-late-part.ts';
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
  const { t } = useWords();
  const { chosen, scenes, choose } = useEditor();
  const isBeside = useMedia(BESIDE);
  const [SheetDialog, askForSheet] = useLatePart(loadSheet, null);
  useEffect(() => {
    if (!isBeside) askForSheet();
  }, [isBeside, askForSheet]);
  const scene = scenes.find(({ id }) => id === chosen);
  const name = scene ? t('Scene {{number}}', { number: scene.position + 1 }) : t('The whole film');
  const content = scene ? <SceneInspector scene={scene} /> : <FilmInspector />;
  if (isBeside) {
    return (
      <aside className="inspector" aria-label={name}>
        {scene && (
          <button type="button" className="link-button inspector-whole" onClick={() => choose(null)}>
            {t('The whole film')}
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
    SheetDialog && (
      <SheetDialog title={name} isOpen={scene !== undefined || isFilmOpen} onClose={close}>
        {content}
      </SheetDialog>
    )
  );
}

const loadSheet = async () => (await import('./dialogs/SheetDialog')).SheetDialog;

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
