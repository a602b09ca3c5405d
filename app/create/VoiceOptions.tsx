import { useState } from 'react';
import { detectLanguage } from '#jobs/story/language/language.ts';
import { languageName } from '#jobs/story/language/language-tag.ts';
import { checkSpeech, type SpeechAbilities } from '#jobs/story/language/speech-language.ts';
import type { DraftField, DraftIssue } from '#jobs/story/order/draft.ts';
import { videoOptionsSchema } from '#jobs/story/order/options.ts';
import { countWords, MIN_STORY_WORDS } from '#jobs/story/order/story-text.ts';
import { ChoiceCards } from './ChoiceCards';
import { SPEED_CHOICES, shownVoice, voiceChoices } from './choices';
import { FieldMessage, messageId } from './FieldMessage';
import { offeredLanguages } from './offered-languages';
import { VoiceTone } from './VoiceTone';

interface VoiceOptionsProps {
  /** The story as it stands, whose language the voice has to speak. */
  story: string;
  chosen: Record<'voice' | 'voiceTone' | 'speed' | 'language', string>;
  speech: SpeechAbilities;
  issueOf: (field: DraftField) => DraftIssue | undefined;
}

const LANGUAGES = offeredLanguages();

/** Who tells the story, how fast, and in which language. */
export function VoiceOptions({ story, chosen, speech, issueOf }: VoiceOptionsProps) {
  const shown = shownVoice(chosen.voice, speech);
  const [voice, setVoice] = useState(shown);
  const [language, setLanguage] = useState(chosen.language);
  const mismatch = speechIssue(story, { voice, language }, speech);
  const languageIssue = issueOf('language');
  return (
    <div className="voice-options">
      <ChoiceCards
        field="voice"
        legend="Voice"
        choices={voiceChoices(speech)}
        chosen={shown}
        issue={mismatch ?? withoutSpeechIssue(issueOf('voice'))}
        look={speech.service ? 'pills' : 'cards'}
        onChoose={setVoice}
      />
      {speech.service?.takesTone && <VoiceTone chosen={chosen.voiceTone} issue={issueOf('voiceTone')} />}
      <ChoiceCards
        field="speed"
        legend="Pace"
        choices={SPEED_CHOICES}
        chosen={chosen.speed}
        issue={issueOf('speed')}
      />
      <div className="language-field">
        <label className="field-label" htmlFor="language">
          Language
        </label>
        <select
          id="language"
          name="language"
          className="text-input"
          defaultValue={chosen.language}
          onChange={(event) => setLanguage(event.currentTarget.value)}
          aria-invalid={languageIssue ? true : undefined}
          aria-describedby={languageIssue && messageId('language')}
        >
          <option value="auto">{foundLabel(story)}</option>
          {LANGUAGES.map(({ tag, name }) => (
            <option key={tag} value={tag}>
              {name}
            </option>
          ))}
        </select>
        <FieldMessage issue={languageIssue} />
      </div>
    </div>
  );
}

/** What is wrong with the voice for this story, said as soon as there is enough of it to tell. */
export function speechIssue(
  story: string,
  chosen: { voice: string; language: string },
  speech: SpeechAbilities,
): DraftIssue | null {
  const options = videoOptionsSchema.safeParse(chosen);
  if (!options.success || countWords(story) < MIN_STORY_WORDS) return null;
  const issue = checkSpeech(story, options.data, speech);
  return issue && { field: 'voice', ...issue };
}

/** What the server said of voice and language is settled as soon as another is chosen. */
function withoutSpeechIssue(issue: DraftIssue | undefined): DraftIssue | undefined {
  return issue?.code === 'language_unsupported' ? undefined : issue;
}

function foundLabel(story: string): string {
  if (countWords(story) < MIN_STORY_WORDS) return 'As in the story';
  return `As in the story: ${languageName(detectLanguage(story))}`;
}
