import { FieldMessage, messageId } from '#app/create/FieldMessage.tsx';
import { useWords } from '#app/language/use-words.ts';
import type { DraftIssue } from '#jobs/story/order/draft.ts';
import { MAX_TONE_CHARACTERS } from '#jobs/story/order/sound-options.ts';

/** How the connected service's voice is to sound, in the author's own words. */
export function VoiceTone({ chosen, issue }: { chosen: string; issue: DraftIssue | undefined }) {
  const { t } = useWords();
  return (
    <div className="voice-tone">
      <label className="field-label" htmlFor="voice-tone">
        {t('How it should sound')} <span className="optional">{t('optional')}</span>
      </label>
      <input
        id="voice-tone"
        name="voiceTone"
        type="text"
        dir="auto"
        className="text-input"
        defaultValue={chosen}
        maxLength={MAX_TONE_CHARACTERS}
        placeholder={t('Like a grandmother by the fire, unhurried')}
        autoComplete="off"
        aria-invalid={issue ? true : undefined}
        aria-describedby={issue && messageId('voiceTone')}
      />
      <FieldMessage issue={issue} />
    </div>
  );
}
