import type { DraftField, DraftIssue } from '../../jobs/domain/draft';
import {
  CAPTION_CHOICES,
  FORMAT_CHOICES,
  MUSIC_LABELS,
  STYLE_CHOICES,
  VOICE_CHOICES,
} from '../views/choices';
import { CaptionSample } from './CaptionSample';
import { ChoiceCards } from './ChoiceCards';

export type ChosenOptions = Record<'style' | 'voice' | 'captions' | 'music' | 'format', string>;

interface FilmOptionsProps {
  chosen: ChosenOptions;
  issueOf: (field: DraftField) => DraftIssue | undefined;
}

/** How the film looks and sounds. */
export function FilmOptions({ chosen, issueOf }: FilmOptionsProps) {
  return (
    <div className="film-options">
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
        picture={(look) => <CaptionSample look={look} />}
      />
      <ChoiceCards
        field="voice"
        legend="Voice"
        choices={VOICE_CHOICES}
        chosen={chosen.voice}
        issue={issueOf('voice')}
      />
      <ChoiceCards
        field="music"
        legend="Music"
        choices={MUSIC_LABELS}
        chosen={chosen.music}
        issue={issueOf('music')}
      />
    </div>
  );
}
