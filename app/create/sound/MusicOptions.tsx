import { LostFile } from '#app/create/draft/LostFile.tsx';
import { messageId } from '#app/create/FieldMessage.tsx';
import type { FormField } from '#app/create/form-fields.ts';
import { OptionField } from '#app/create/OptionField.tsx';
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
  return (
    <div className="music-options">
      <OptionField field={field} chosen={chosen} issue={issue} soundOf={musicAudition} />
      <div className="own-music">
        <label htmlFor="own-music">Your music file</label>
        <p className="field-hint" id="own-music-hint">
          MP3, M4A, WAV, FLAC or Ogg; up to {MAX_OWN_MUSIC_BYTES / 1024 / 1024} MB and{' '}
          {MAX_OWN_MUSIC_MS / 60_000} minutes. Use only music that you may use.
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
