import { choicesOf, shownVoice, voiceChoices } from '#app/create/choices.ts';
import { Audition } from '#app/create/sound/Audition.tsx';
import { storyAudition } from '#app/create/sound/auditions.ts';
import { phrase } from '#app/language/phrase.ts';
import { useWords } from '#app/language/use-words.ts';
import { useEditor } from '#app/video/editor/state/StoryboardContext.ts';
import { useTyped } from '#app/video/editor/state/use-typed.ts';
import { SpeakerVoices } from '#app/video/editor/voices/SpeakerVoices.tsx';
import { voiceFrom } from '#app/video/editor/voices/voice-value.ts';
import { styleIn } from '#jobs/story/order/matched-style.ts';
import { OPTIONS } from '#jobs/story/order/option-registry.ts';
import { MAX_TITLE_CHARACTERS } from '#jobs/story/order/title-text.ts';
import { FilmChoice } from './FilmChoice';

/** What the story has decided is chosen by name from then on. */
const STYLES = choicesOf(OPTIONS.style).filter(({ value }) => value !== 'auto');

/** What holds for the whole film. */
export function FilmInspector() {
  const { t, told } = useWords();
  const { board, edit, speech, canMove } = useEditor();
  const { options } = board;
  const title = useTyped(
    board.title,
    (text) => edit({ kind: 'set-film', title: text }),
    (text) => text !== '',
  );
  const endCard = useTyped(options.endCard ?? '', (text) =>
    edit({ kind: 'set-film', options: { endCard: text === '' ? null : text } }),
  );
  const set = (name: string, value: string) => edit({ kind: 'set-film', options: { [name]: value } });
  const voiceName = shownVoice(options.localVoice ?? options.serviceVoice ?? options.voice, speech);
  const heard = storyAudition(voiceName, board.scenes[0]?.narration ?? '', options.language);
  const musics = choicesOf(OPTIONS.music).filter(({ value }) => value !== 'own' || options.ownMusic);
  return (
    <div className="inspector-body">
      <header className="inspector-head">
        <h2>{t('The whole film')}</h2>
      </header>
      <section className="inspector-part" aria-label={t('Title')}>
        <label className="field-label" htmlFor="film-title">
          {t('Title')}
        </label>
        <input
          id="film-title"
          className="text-input"
          dir="auto"
          maxLength={MAX_TITLE_CHARACTERS}
          value={title.text}
          onChange={(event) => title.type(event.currentTarget.value)}
          onBlur={title.flush}
        />
        <FilmChoice name="titleCard" choices={choicesOf(OPTIONS.titleCard)} onChoose={set} />
        <label className="field-label" htmlFor="film-end-card">
          {told(OPTIONS.endCard.legend)} <span className="optional">{t('optional')}</span>
        </label>
        <input
          id="film-end-card"
          className="text-input"
          dir="auto"
          maxLength={OPTIONS.endCard.most}
          placeholder={t('Part two tomorrow')}
          value={endCard.text}
          onChange={(event) => endCard.type(event.currentTarget.value)}
          onBlur={endCard.flush}
        />
      </section>
      <section className="inspector-part" aria-label={t('Look')}>
        <FilmChoice name="style" choices={STYLES} chosen={styleIn(options)} onChoose={set} />
        <FilmChoice name="format" choices={choicesOf(OPTIONS.format)} onChoose={set} />
        {canMove && <FilmChoice name="motion" choices={choicesOf(OPTIONS.motion)} onChoose={set} />}
        <FilmChoice name="captions" choices={choicesOf(OPTIONS.captions)} onChoose={set} />
        <FilmChoice name="burnIn" choices={choicesOf(OPTIONS.burnIn)} onChoose={set} />
        <FilmChoice
          name="cuts"
          choices={choicesOf(OPTIONS.cuts)}
          chosen={options.cuts ?? 'calm'}
          onChoose={set}
        />
        <FilmChoice
          name="transition"
          choices={choicesOf(OPTIONS.transition)}
          chosen={options.transition ?? 'fade'}
          onChoose={set}
        />
      </section>
      <section className="inspector-part" aria-label={t('Sound')}>
        <FilmChoice
          name="voice"
          choices={voiceChoices(speech)}
          chosen={voiceName}
          onChoose={(_name, value) => {
            const chosen = voiceFrom(value, speech);
            if (!chosen) return;
            const { voice, serviceVoice = null, localVoice = null } = chosen;
            edit({ kind: 'set-film', options: { voice, serviceVoice, localVoice } });
          }}
        />
        {heard && (
          <div className="heard-row">
            <Audition source={heard} label={phrase('voice')} />
            <span className="field-hint">{t('Hear it say the film’s first words')}</span>
          </div>
        )}
        <FilmChoice name="speed" choices={choicesOf(OPTIONS.speed)} onChoose={set} />
        <FilmChoice name="music" choices={musics} onChoose={set} />
        {options.music !== 'none' && (
          <FilmChoice name="musicLevel" choices={choicesOf(OPTIONS.musicLevel)} onChoose={set} />
        )}
      </section>
      <section className="inspector-part" aria-label={t('File')}>
        <FilmChoice name="encoding" choices={choicesOf(OPTIONS.encoding)} onChoose={set} />
      </section>
      <SpeakerVoices />
    </div>
  );
}
