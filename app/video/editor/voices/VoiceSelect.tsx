import { voiceChoices } from '#app/create/choices.ts';
import { Audition } from '#app/create/sound/Audition.tsx';
import { storyAudition } from '#app/create/sound/auditions.ts';
import { useWords } from '#app/language/use-words.ts';
import { useEditor } from '#app/video/editor/state/StoryboardContext.ts';
import type { SceneVoice } from '#jobs/story/order/voice/speaker-voice.ts';
import { voiceFrom, voiceNameOf } from './voice-value';

interface VoiceSelectProps {
  id: string;
  label: string;
  /** What stands for no voice of its own. */
  usual: string;
  voice: SceneVoice | null;
  /** What it says to be heard. */
  words: string;
  onChoose: (voice: SceneVoice | null) => void;
}

/** One of the voices that there are, which can be heard, or none of its own. */
export function VoiceSelect({ id, label, usual, voice, words, onChoose }: VoiceSelectProps) {
  const { told } = useWords();
  const { board, speech } = useEditor();
  const name = voiceNameOf(voice);
  const choices = voiceChoices(speech);
  const chosen = choices.find(({ value }) => value === name);
  const sound = chosen ? storyAudition(name, words, board.options.language) : null;
  return (
    <div className="voice-select">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <div className="heard-row">
        <select
          id={id}
          className="text-input"
          value={chosen ? name : ''}
          onChange={(event) => onChoose(voiceFrom(event.currentTarget.value, speech))}
        >
          <option value="">{usual}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {told(choice.label)}
            </option>
          ))}
        </select>
        {sound && <Audition source={sound} label={chosen?.label ?? name} />}
      </div>
    </div>
  );
}
