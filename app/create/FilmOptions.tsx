import { useDeferredValue } from 'react';
import type { SpeechAbilities } from '#jobs/story/language/speech-language.ts';
import type { DraftField, DraftIssue } from '#jobs/story/order/draft.ts';
import type { PictureService } from '#jobs/story/order/picture-service.ts';
import { CaptionSample } from './CaptionSample';
import { ChoiceCards } from './ChoiceCards';
import { CAPTION_CHOICES, FORMAT_CHOICES, qualityChoices, STYLE_CHOICES } from './choices';
import type { FormValues } from './create-form';
import { MusicOptions } from './MusicOptions';
import { openingOf } from './opening';
import { VoiceOptions } from './VoiceOptions';
import { WritingOptions } from './WritingOptions';

interface FilmOptionsProps {
  story: string;
  chosen: FormValues;
  speech: SpeechAbilities;
  /** The connected picture model, or null. */
  pictures: PictureService | null;
  /** Whether a writing model is connected. */
  canWrite: boolean;
  issueOf: (field: DraftField) => DraftIssue | undefined;
}

/** How the film looks and sounds. */
export function FilmOptions({ story, chosen, speech, pictures, canWrite, issueOf }: FilmOptionsProps) {
  // A preview may lag behind the typing; the typing must not lag behind it.
  const opening = openingOf(useDeferredValue(story));
  return (
    <div className="film-options">
      {canWrite && <WritingOptions chosen={chosen} issueOf={issueOf} />}
      <ChoiceCards
        field="style"
        legend="Pictures"
        choices={STYLE_CHOICES}
        chosen={chosen.style}
        issue={issueOf('style')}
        picture={(style) => (
          <img src={`/styles/${style}.webp`} alt="" width="180" height="240" loading="lazy" />
        )}
      />
      {pictures && pictures.qualities.length > 0 && (
        <ChoiceCards
          field="quality"
          legend="Picture quality"
          choices={qualityChoices(pictures)}
          chosen={shownQuality(chosen.quality, pictures)}
          issue={issueOf('quality')}
          look="pills"
        />
      )}
      <ChoiceCards
        field="format"
        legend="Format"
        choices={FORMAT_CHOICES}
        chosen={chosen.format}
        issue={issueOf('format')}
        picture={(format) => <span className="format-shape" data-format={format} />}
      />
      <ChoiceCards
        field="captions"
        legend="Captions"
        choices={CAPTION_CHOICES}
        chosen={chosen.captions}
        issue={issueOf('captions')}
        picture={(look) => <CaptionSample look={look} text={opening} />}
      />
      <VoiceOptions story={story} chosen={chosen} speech={speech} issueOf={issueOf} />
      <MusicOptions chosen={chosen.music} issue={issueOf('music')} />
    </div>
  );
}

/** What the form holds, or the operator's quality where that cannot be had. */
function shownQuality(chosen: string, { qualities, usualQuality }: PictureService): string {
  return qualities.find((quality) => quality === chosen) ?? usualQuality;
}
