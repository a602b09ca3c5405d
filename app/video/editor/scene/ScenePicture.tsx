import { useState } from 'react';
import { useWords } from '#app/language/use-words.ts';
import { Icon } from '#app/shell/Icon.tsx';
import { newSeed } from '#app/video/editor/state/new-id.ts';
import { useEditor } from '#app/video/editor/state/StoryboardContext.ts';
import { useTyped } from '#app/video/editor/state/use-typed.ts';
import type { SceneEditView } from '#app/video/editor/storyboard-view.ts';
import { thumbnailOf } from '#jobs/storage/thumbnail.ts';
import { formOf } from '#jobs/story/film/form/scene-form.ts';
import { DRAWN, MAX_PROMPT_CHARACTERS, MAX_REMARK_CHARACTERS } from '#jobs/story/film/scene-content.ts';
import { FormTile } from './FormTile';
import { OwnPicture } from './OwnPicture';
import { SceneTakes } from './SceneTakes';

/** What is seen in a scene. */
export function ScenePicture({ scene }: { scene: SceneEditView }) {
  const { t, told } = useWords();
  const { edit } = useEditor();
  const { id, picture, imageUrl, clipUrl, pictureState, note } = scene;
  const form = formOf(scene);
  return (
    <section className="inspector-part" aria-label={t('Picture')}>
      <h3>{t('Picture')}</h3>
      <div className="inspector-picture" data-state={pictureState}>
        {clipUrl ? (
          <video
            src={clipUrl}
            muted
            loop
            autoPlay
            playsInline
            aria-label={t('Clip of scene {{number}}', { number: scene.position + 1 })}
          />
        ) : imageUrl ? (
          <img src={thumbnailOf(imageUrl, 720)} alt={t('Scene {{number}}', { number: scene.position + 1 })} />
        ) : (
          (form && <FormTile form={form} />) || <p>{t('Not drawn yet')}</p>
        )}
        {pictureState === 'stale' && <span className="badge">{t('Another one is still to be made')}</span>}
      </div>
      {note && <p className="field-hint">{told(note)}</p>}
      {picture.from === 'drawn' ? (
        <Description scene={scene} />
      ) : (
        <button
          type="button"
          className="button"
          onClick={() => edit({ kind: 'set-scene', scene: id, change: { picture: DRAWN } })}
        >
          <Icon name="brush" /> {t('Have it drawn')}
        </button>
      )}
      <OwnPicture scene={scene} />
      <OtherForms scene={scene} />
      <SceneTakes scene={scene} />
    </section>
  );
}

/** What may stand in a picture's place. */
function OtherForms({ scene }: { scene: SceneEditView }) {
  const { t } = useWords();
  const { edit } = useEditor();
  const { id } = scene;
  const shownAs = formOf(scene)?.kind;
  return (
    <p className="other-forms">
      {shownAs !== 'words' && (
        <button
          type="button"
          className="link-button"
          onClick={() => edit({ kind: 'set-scene', scene: id, change: { picture: { from: 'none' } } })}
        >
          {t('No picture: show the words')}
        </button>
      )}
      {shownAs !== 'quote' && (
        <button
          type="button"
          className="link-button"
          onClick={() =>
            edit({
              kind: 'set-scene',
              scene: id,
              change: { picture: { from: 'form', form: { kind: 'quote' } } },
            })
          }
        >
          {t('Show it as a saying')}
        </button>
      )}
    </p>
  );
}

/** What is drawn, in words, and another try at it. */
function Description({ scene: { id, imagePrompt } }: { scene: SceneEditView }) {
  const { t } = useWords();
  const { edit, takesRemarks } = useEditor();
  const [remark, setRemark] = useState('');
  const described = useTyped(imagePrompt, (text) =>
    edit({ kind: 'set-scene', scene: id, change: { imagePrompt: text } }),
  );
  return (
    <>
      <label className="field-label" htmlFor="scene-prompt">
        {t('What it shows')}
      </label>
      <textarea
        id="scene-prompt"
        className="text-input scene-text"
        dir="auto"
        rows={4}
        maxLength={MAX_PROMPT_CHARACTERS}
        value={described.text}
        onChange={(event) => described.type(event.currentTarget.value)}
        onBlur={described.flush}
      />
      {takesRemarks && (
        <>
          <label className="field-label" htmlFor="scene-remark">
            {t('What was wrong')} <span className="optional">{t('optional')}</span>
          </label>
          <input
            id="scene-remark"
            className="text-input"
            dir="auto"
            maxLength={MAX_REMARK_CHARACTERS}
            value={remark}
            placeholder={t('The fox has two tails.')}
            onChange={(event) => setRemark(event.currentTarget.value)}
          />
        </>
      )}
      <button
        type="button"
        className="button"
        onClick={() => {
          described.flush();
          edit({ kind: 'draw-again', scene: id, seed: newSeed(), remark: remark.trim() || null });
          setRemark('');
        }}
      >
        <Icon name="retry" /> {t('Draw again')}
      </button>
    </>
  );
}
