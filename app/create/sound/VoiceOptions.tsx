import { useState } from 'react';
import { ChoiceCards } from '#app/create/ChoiceCards.tsx';
import { shownVoice, voiceChoices } from '#app/create/choices.ts';
import type { FormValues } from '#app/create/create-form.ts';
import { FieldMessage, messageId } from '#app/create/FieldMessage.tsx';
import { formFields } from '#app/create/form-fields.ts';
import { OptionField } from '#app/create/OptionField.tsx';
import type { Words } from '#app/language/page-words.ts';
import { useWords } from '#app/language/use-words.ts';
import { languageWords } from '#app/shell/language-words.ts';
import type { SpeechAbilities } from '#jobs/story/language/speech-language.ts';
import type { DraftField, DraftIssue } from '#jobs/story/order/draft.ts';
import { OPTIONS, type OptionName } from '#jobs/story/order/option-registry.ts';
import { storyAudition } from './auditions';
import type { OfferedLanguage } from './offered-languages';
import { useStorySpeech } from './use-story-speech';
import { VoiceTone } from './VoiceTone';

interface VoiceOptionsProps {
  /** The story as it stands, whose language the voice has to speak. */
  story: string;
  chosen: FormValues;
  speech: SpeechAbilities;
  /** Those that a story may be said to be in. */
  languages: readonly OfferedLanguage[];
  issueOf: (field: DraftField) => DraftIssue | undefined;
}

/** More choices than these are looked through more easily without their notes. */
const MOST_CARDS = 10;
/** Those of the group that are made for it. */
const OWN_FIELDS: readonly string[] = ['voice', 'voiceTone', 'language'] satisfies OptionName[];

/** Who tells the story, how fast, and in which language. */
export function VoiceOptions({ story, chosen, speech, languages, issueOf }: VoiceOptionsProps) {
  const words = useWords();
  const { t, told } = words;
  const shown = shownVoice(chosen.voice, speech);
  const choices = voiceChoices(speech);
  const [voice, setVoice] = useState(shown);
  const [language, setLanguage] = useState(chosen.language);
  const storySpeech = useStorySpeech(story);
  const mismatch = storySpeech?.speechIssue(story, { voice, language }, speech);
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
        issue={storySpeech ? (mismatch ?? withoutSpeechIssue(issueOf('voice'))) : issueOf('voice')}
        look={speech.service || choices.length > MOST_CARDS ? 'pills' : 'cards'}
        soundOf={(voice) => storyAudition(voice, story, language)}
        onChoose={setVoice}
      />
      {speech.service && (
        <p className="field-hint">
          {t(
            'Hearing a voice of “{{model}}” asks its server for one sentence, once for each voice; it may cost what so much speech costs there.',
            { model: speech.service.model },
          )}
        </p>
      )}
      {speech.service?.takesTone && <VoiceTone chosen={chosen.voiceTone} issue={issueOf('voiceTone')} />}
      {others.map((field) => {
        const name = field.name as OptionName;
        return <OptionField key={name} field={field} chosen={chosen[name]} issue={issueOf(name)} />;
      })}
      <div className="language-field">
        <label className="field-label" htmlFor="language">
          {told(OPTIONS.language.legend)}
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
          <option value="auto">{foundLabel(storySpeech?.foundLanguage(story) ?? null, words)}</option>
          {languages.map(({ tag, name }) => (
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

/** What the server said of voice and language is settled as soon as another is chosen. */
function withoutSpeechIssue(issue: DraftIssue | undefined): DraftIssue | undefined {
  return issue?.code === 'language_unsupported' ? undefined : issue;
}

/** @param found the story's language; null where that is not known yet */
function foundLabel(found: string | null, words: Words): string {
  if (found === null) return words.t('As in the story');
  return words.t('As in the story: {{language}}', { language: languageWords(found, words) });
}
