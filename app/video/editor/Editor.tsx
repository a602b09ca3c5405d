import { useEffect, useMemo, useState } from 'react';
import { useWords } from '#app/language/use-words.ts';
import { useLatePart } from '#app/shell/use-late-part.ts';
import type { FilmControl } from '#app/video/film/film-control.ts';
import type { SpeechAbilities } from '#jobs/story/language/speech-language.ts';
import { EditorScenes } from './EditorScenes';
import { Inspector } from './Inspector';
import { PlanBar } from './PlanBar';
import { sceneAt, startsOf } from './scene-starts';
import { EditorProvider, type EditorTools } from './state/StoryboardContext';
import type { StoryboardControl } from './state/use-storyboard';
import { useEditorKeys } from './use-editor-keys';
import { useLinkedScene } from './use-linked-scene';

interface EditorProps {
  videoId: string;
  storyboard: StoryboardControl;
  film: FilmControl;
  speech: SpeechAbilities;
  language: string;
  direction: 'ltr' | 'rtl';
  takesRemarks: boolean;
  canMove: boolean;
  isHeld: boolean;
  /** Whether a film is being made: its banner has the place at the foot then. */
  isWorking: boolean;
  onUpdated: () => void;
}

/** How long after its beginning a chosen scene is shown, ms. */
const SHOWN_AFTER_MS = 600;

const loadDialogs = async () => (await import('./dialogs/EditorDialogs')).EditorDialogs;

/** The cutting room: the storyboard, whatever is chosen of it, and what an update would make. */
export function Editor(props: EditorProps) {
  const { t } = useWords();
  const { storyboard, film, isHeld, isWorking, onUpdated } = props;
  const { videoId, speech, language, direction, takesRemarks, canMove } = props;
  const [chosen, setChosen] = useState<string | null>(null);
  const [isFilmOpen, setFilmOpen] = useState(false);
  const { scenes } = storyboard;
  const starts = useMemo(() => startsOf(scenes), [scenes]);
  const choose = (id: string | null) => {
    setChosen(id);
    const at = scenes.findIndex((scene) => scene.id === id);
    // Past the fade from the picture before it.
    if (at >= 0) film.show((starts[at] ?? 0) + SHOWN_AFTER_MS);
  };
  const tools: EditorTools = {
    ...storyboard,
    ...{ videoId, speech, language, direction, takesRemarks, canMove, chosen, choose },
    playFrom: (position) => film.playFrom(starts[position] ?? 0),
    playing: film.atMs === null ? null : sceneAt(starts, film.atMs),
  };
  useLinkedScene((position) => choose(scenes[position]?.id ?? null));
  const [areKeysShown, showKeys] = useState(false);
  const [EditorDialogs, askForDialogs] = useLatePart(loadDialogs, 'dialog');
  const areWanted = areKeysShown || storyboard.conflict !== null;
  useEffect(() => {
    if (areWanted) askForDialogs();
  }, [areWanted, askForDialogs]);
  useEditorKeys(tools, film, () => showKeys(true));
  return (
    <EditorProvider value={tools}>
      <section className="editor" aria-labelledby="storyboard-title">
        <div className="editor-head">
          <h2 id="storyboard-title">{t('Storyboard')}</h2>
          <button
            type="button"
            className="button editor-whole"
            onClick={() => {
              choose(null);
              setFilmOpen(true);
            }}
          >
            {t('Title, style, voice, music')}
          </button>
        </div>
        <EditorScenes format={storyboard.board.options.format} />
      </section>
      <Inspector isFilmOpen={isFilmOpen} onClose={() => setFilmOpen(false)} />
      {(!isWorking || storyboard.view.isEdited) && <PlanBar isHeld={isHeld} onUpdated={onUpdated} />}
      {EditorDialogs && <EditorDialogs areKeysShown={areKeysShown} onKeysClosed={() => showKeys(false)} />}
    </EditorProvider>
  );
}
