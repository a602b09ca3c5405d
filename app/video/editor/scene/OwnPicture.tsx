import { phrase } from '#app/language/phrase.ts';
import { useWords } from '#app/language/use-words.ts';
import { FocusPicker } from '#app/video/editor/own/FocusPicker.tsx';
import { ClipUpload, PictureUpload } from '#app/video/editor/own/PictureUpload.tsx';
import { useEditor } from '#app/video/editor/state/StoryboardContext.ts';
import { useTyped } from '#app/video/editor/state/use-typed.ts';
import type { SceneEditView } from '#app/video/editor/storyboard-view.ts';
import { CLIP_SOUNDS, type ClipSound, type PictureChoice } from '#jobs/story/film/scene-content.ts';

const SOUND_LABELS: Record<ClipSound, string> = {
  off: phrase('Silent'),
  under: phrase('Under the voice'),
  instead: phrase('Instead of the voice'),
};

const ONE_DECIMAL = { minimumFractionDigits: 1, maximumFractionDigits: 1 };

/** A picture or a clip of a person's own, and how it lies in the frame. */
export function OwnPicture({ scene: { id, picture, imageUrl } }: { scene: SceneEditView }) {
  const { videoId, edit } = useEditor();
  const set = (next: PictureChoice) => edit({ kind: 'set-scene', scene: id, change: { picture: next } });
  return (
    <>
      {(picture.from === 'own' || picture.from === 'clip') && imageUrl && (
        <FocusPicker
          imageUrl={imageUrl}
          focus={picture.focus}
          onChange={(focus) => set({ ...picture, focus })}
        />
      )}
      {picture.from === 'clip' && <ClipManner clip={picture} onChange={set} />}
      <div className="inspector-ways">
        <PictureUpload videoId={videoId} onPicture={(sent) => set(sent.picture)} />
        <ClipUpload videoId={videoId} onPicture={(sent) => set(sent.picture)} />
      </div>
    </>
  );
}

type Clip = Extract<PictureChoice, { from: 'clip' }>;

/** Where in a clip the scene begins, and what is heard of it. */
function ClipManner({ clip, onChange }: { clip: Clip; onChange: (clip: Clip) => void }) {
  const { t, number } = useWords();
  const start = useTyped(String(clip.startMs), (text) => onChange({ ...clip, startMs: Number(text) }));
  const seconds = number(Number(start.text) / 1000, ONE_DECIMAL);
  return (
    <>
      <label className="field-label" htmlFor="clip-start">
        {t('Begins at {{seconds}} s of the clip', { seconds })}
      </label>
      <input
        id="clip-start"
        type="range"
        min={0}
        max={Math.max(0, Math.floor(clip.durationMs / 100) * 100 - 100)}
        step={100}
        value={start.text}
        aria-valuetext={t('{{seconds}} seconds', { seconds })}
        onChange={(event) => start.type(event.currentTarget.value)}
        onBlur={start.flush}
      />
      {clip.hasSound && (
        <fieldset className="film-choice">
          <legend className="field-label">{t('Its sound')}</legend>
          <div className="film-choice-row">
            {CLIP_SOUNDS.map((sound) => (
              <label key={sound}>
                <input
                  type="radio"
                  name="clip-sound"
                  value={sound}
                  checked={clip.sound === sound}
                  onChange={() => onChange({ ...clip, sound })}
                />
                <span>{t(SOUND_LABELS[sound])}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}
