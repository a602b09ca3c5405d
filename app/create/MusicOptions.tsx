import type { DraftIssue } from '#jobs/story/order/draft.ts';
import { MAX_OWN_MUSIC_BYTES, MAX_OWN_MUSIC_MS } from '#jobs/story/order/own-music.ts';
import { ChoiceCards } from './ChoiceCards';
import { MUSIC_LABELS } from './choices';
import { LostFile } from './draft/LostFile';
import { messageId } from './FieldMessage';

/** Which music there is; a file field appears where it is to be the author's own. */
export function MusicOptions({ chosen, issue }: { chosen: string; issue: DraftIssue | undefined }) {
  return (
    <div className="music-options">
      <ChoiceCards
        field="music"
        legend="Music"
        choices={MUSIC_LABELS}
        chosen={chosen}
        issue={issue}
        look="pills"
      />
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
