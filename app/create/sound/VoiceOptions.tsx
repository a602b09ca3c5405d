import { useState } from 'react';
import { ChoiceCards } from '#app/create/ChoiceCards.tsx';
import { shownVoice, voiceChoices } from '#app/create/choices.ts';
import type { FormValues } from '#app/create/create-form.ts';
import { FieldMessage, messageId } from '#app/create/FieldMessage.tsx';
import { formFields } from '#app/create/form-fields.ts';
import { OptionField } from '#app/create/OptionField.tsx';
import { detectLanguage } from '#jobs/story/language/language.ts';
import { languageName } from '#jobs/story/language/language-tag.ts';
import { checkSpeech, type SpeechAbilities } from '#jobs/story/language/speech-language.ts';
import type { DraftField, DraftIssue } from '#jobs/story/order/draft.ts';
import { valueNamed } from '#jobs/story/order/option.ts';
import { OPTIONS, type OptionName } from '#jobs/story/order/option-registry.ts';
import { countWords, MIN_STORY_WORDS } from '#jobs/story/order/story-text.ts';
import { storyAudition } from './auditions';
import { offeredLanguages } from './offered-languages';
import { VoiceTone } from './VoiceTone';

interface VoiceOptionsProps {
  /** The story as it stands, whose language the voice has to speak. */
  story: string;
  chosen: FormValues;
  speech: SpeechAbilities;
  issueOf: (field: DraftField) => DraftIssue | undefined;
}

const LANGUAGES = offeredLanguages();
/** More choices than these are looked through more easily without their notes. */
const MOST_CARDS = 10;
/** Those of the group that are made for it. */
const OWN_FIELDS: readonly string[] = ['voice', 'voiceTone', 'language'] satisfies OptionName[];

/** Who tells the story, how fast, and in which language. */
export function VoiceOptions({ story, chosen, speech, issueOf }: VoiceOptionsProps) {
  const shown = shownVoice(chosen.voice, speech);
  const choices = voiceChoices(speech);
  const [voice, setVoice] = useState(shown);
  const [language, setLanguage] = useState(chosen.language);
  const mismatch = speechIssue(story, { voice, language }, speech);
  const languageIssue = issueOf('language');
  const connected = { speech, pictures: null, motion: null, canWrite: false };
  const others = formFields(OPTIONS, connected, 'voice').filter(({ name }) => !OWN_FIELDS.includes(name));
  return (
    <div className="voice-options">
      <ChoiceCards
        field="voice"
        legend={OPTIONS.voice.legend}
        choices={choices}
        chosen={shown}
        issue={mismatch ?? withoutSpeechIssue(issueOf('voice'))}
        look={speech.service || choices.length > MOST_CARDS ? 'pills' : 'cards'}
        soundOf={(voice) => storyAudition(voice, story, language)}
        onChoose={setVoice}
      />
      {speech.service && (
        <p className="field-hint">
          Hearing a voice of “{speech.service.model}” asks its server for one sentence, once for each voice;
          it may cost what so much speech costs there.
        </p>
      )}
      {speech.service?.takesTone && <VoiceTone chosen={chosen.voiceTone} issue={issueOf('voiceTone')} />}
      {others.map((field) => {
        const name = field.name as OptionName;
        return <OptionField key={name} field={field} chosen={chosen[name]} issue={issueOf(name)} />;
      })}
      <div className="language-field">
        <label className="field-label" htmlFor="language">
          {OPTIONS.language.legend}
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
  const voice = valueNamed(OPTIONS.voice, chosen.voice);
  if (voice === null || countWords(story) < MIN_STORY_WORDS) return null;
  const issue = checkSpeech(story, { voice, language: chosen.language }, speech);
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
