import { useMemo } from 'react';
import { shownVoice, voiceChoices } from '#app/create/choices.ts';
import { useWords } from '#app/language/use-words.ts';
import { useEditor } from '#app/video/editor/state/StoryboardContext.ts';
import { castVoices } from '#jobs/story/film/speakers/cast-voices.ts';
import { isSameSpeaker, saidBy, speakersIn } from '#jobs/story/film/speakers/said-by.ts';
import { speakerKindOf } from '#jobs/story/film/speech.ts';
import type { SceneVoice, SpeakerVoice } from '#jobs/story/order/voice/speaker-voice.ts';
import { VoiceSelect } from './VoiceSelect';
import { voiceFrom } from './voice-value';

/** Who says lines in the story, each with the voice that says them; nothing where nobody does. */
export function SpeakerVoices() {
  const { t } = useWords();
  const { board, edit, speech } = useEditor();
  const { speakers = [] } = board.options;
  const found = useMemo(
    () => speakersIn(saidBy(board.scenes.map(({ narration }) => narration))),
    [board.scenes],
  );
  if (found.length === 0 || speakerKindOf(board.options) === 'none') return null;
  const say = (voices: SpeakerVoice[]) => edit({ kind: 'set-film', options: { speakers: voices } });
  const castAll = () => {
    const { voice, serviceVoice, localVoice } = board.options;
    const narrator = shownVoice(localVoice ?? serviceVoice ?? voice, speech);
    const others = voiceChoices(speech)
      .filter(({ value }) => value !== narrator && value !== 'none' && value !== 'espeak')
      .flatMap(({ value }) => voiceFrom(value, speech) ?? []);
    const narrations = board.scenes.map(({ narration }) => narration);
    say(castVoices(narrations, others));
  };
  const voiceOf = (name: string) => speakers.find((each) => isSameSpeaker(each.name, name))?.voice ?? null;
  const set = (name: string, voice: SceneVoice | null) => {
    const others = speakers.filter((each) => !isSameSpeaker(each.name, name));
    say(voice ? [...others, { name, voice }] : others);
  };
  return (
    <section className="inspector-part" aria-label={t('Who says what')}>
      <h3>{t('Who says what')}</h3>
      <p className="field-hint">
        {t('Found by what stands around the quoted lines. A scene can have its own voice for them.')}
      </p>
      <button type="button" className="button" onClick={speakers.length > 0 ? () => say([]) : castAll}>
        {t(speakers.length > 0 ? 'All lines to the narrator' : 'A voice for each')}
      </button>
      {found.map(({ speaker: { name }, lines, first }) => (
        <VoiceSelect
          key={name}
          id={`speaker-${name}`}
          label={t('{{name}}, {{count}} lines', {
            name: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
            count: lines,
          })}
          usual={t('The narrator')}
          voice={voiceOf(name)}
          words={first}
          onChoose={(voice) => set(name, voice)}
        />
      ))}
    </section>
  );
}
