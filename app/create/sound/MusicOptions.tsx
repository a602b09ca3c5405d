import { LostFile } from '#app/create/draft/LostFile.tsx';
import { messageId } from '#app/create/FieldMessage.tsx';
import type { FormField } from '#app/create/form-fields.ts';
import { OptionField } from '#app/create/OptionField.tsx';
import { useWords } from '#app/language/use-words.ts';
import type { DraftIssue } from '#jobs/story/order/draft.ts';
import { MAX_OWN_MUSIC_BYTES, MAX_OWN_MUSIC_MS } from '#jobs/story/order/own-music.ts';
import { musicAudition } from './auditions';

interface MusicOptionsProps {
  field: FormField;
  chosen: string;
  issue: DraftIssue | undefined;
}

/** Which music there is; a file field appears where it is to be the author's own. */
export function MusicOptions({ field, chosen, issue }: MusicOptionsProps) {
  const { t } = useWords();
  return (
    <div className="music-options">
      <OptionField field={field} chosen={chosen} issue={issue} soundOf={musicAudition} />
      <div className="own-music">
        <label htmlFor="own-music">{t('Your music file')}</label>
        <p className="field-hint" id="own-music-hint">
          {t(
            'MP3, M4A, WAV, FLAC or Ogg; up to {{size}} MB and {{minutes}} minutes. Use only music that you may use.',
            { size: MAX_OWN_MUSIC_BYTES / 1024 / 1024, minutes: MAX_OWN_MUSIC_MS / 60_000 },
          )}
        </p>
        <input
          id="own-music"
          name="ownMusic"
          type="file"
          accept="audio/*,.mp3,.m4a,.wav,.flac,.ogg"
          aria-describedby={issue ? `${messageId('music')} own-music-hint` : 'own-music-hint'}
        />
        <LostFile field="ownMusic" />
      </div>
    </div>
  );
}
