import { type ReactNode, useDeferredValue } from 'react';
import type { SpeechAbilities } from '#jobs/story/language/speech-language.ts';
import type { DraftField, DraftIssue } from '#jobs/story/order/draft.ts';
import type { MotionService } from '#jobs/story/order/motion-service.ts';
import { decidedValuesOf } from '#jobs/story/order/option.ts';
import { OPTIONS, type OptionName } from '#jobs/story/order/option-registry.ts';
import type { PictureService } from '#jobs/story/order/picture-service.ts';
import type { CaptionStyle } from '#remotion/contract/story-props.ts';
import { CaptionSample } from './CaptionSample';
import { ChoiceCards } from './ChoiceCards';
import { qualityChoices } from './choices';
import type { FormValues } from './create-form';
import { type FormField, formFields } from './form-fields';
import { OptionField } from './OptionField';
import { openingOf } from './opening';
import { MusicOptions } from './sound/MusicOptions';
import type { OfferedLanguage } from './sound/offered-languages';
import { VoiceOptions } from './sound/VoiceOptions';
import { WritingOptions } from './WritingOptions';

interface FilmOptionsProps {
  story: string;
  chosen: FormValues;
  speech: SpeechAbilities;
  /** The connected picture model, or null. */
  pictures: PictureService | null;
  motion: MotionService | null;
  /** Whether a writing model is connected. */
  canWrite: boolean;
  /** Those that a story may be said to be in. */
  languages: readonly OfferedLanguage[];
  issueOf: (field: DraftField) => DraftIssue | undefined;
  /** What stands below them. */
  children: ReactNode;
}

/** How the film looks and sounds. */
export function FilmOptions({
  story,
  chosen,
  speech,
  pictures,
  motion,
  canWrite,
  languages,
  issueOf,
  children,
}: FilmOptionsProps) {
  // A preview may lag behind the typing; the typing must not lag behind it.
  const opening = openingOf(useDeferredValue(story));
  const connected = { speech, pictures, motion, canWrite };
  const pictureOf: Partial<Record<string, (value: string) => ReactNode>> = {
    style: (style) => (style === 'auto' ? <StyleMedley /> : <StyleSample style={style} />),
    format: (format) => <span className="format-shape" data-format={format} />,
    captions: (look) => <CaptionSample look={look as CaptionStyle} text={opening} />,
  };
  const fieldOf = (field: FormField) => {
    const name = field.name as OptionName;
    const issue = issueOf(name);
    if (name === 'music')
      return <MusicOptions key={name} field={field} chosen={chosen.music} issue={issue} />;
    if (name === 'quality' && pictures) {
      return <PictureQuality key={name} chosen={chosen.quality} pictures={pictures} issue={issue} />;
    }
    return (
      <OptionField key={name} field={field} chosen={chosen[name]} issue={issue} picture={pictureOf[name]} />
    );
  };
  const byThemselves = formFields(OPTIONS, connected, null);
  const words = formFields(OPTIONS, connected, 'words');
  return (
    <div className="film-options">
      {words.length > 0 && <WritingOptions fields={words} chosen={chosen} issueOf={issueOf} />}
      {byThemselves.filter(({ name }) => name !== 'music').map(fieldOf)}
      <VoiceOptions story={story} chosen={chosen} speech={speech} languages={languages} issueOf={issueOf} />
      {byThemselves.filter(({ name }) => name === 'music').map(fieldOf)}
      {children}
    </div>
  );
}

const StyleSample = ({ style }: { style: string }) => (
  <img src={`/styles/${style}.webp`} alt="" width="180" height="240" loading="lazy" />
);

/** A strip of every style. */
const StyleMedley = () => (
  <span className="style-medley">
    {decidedValuesOf(OPTIONS.style).map((style) => (
      <StyleSample key={style} style={style} />
    ))}
  </span>
);

interface PictureQualityProps {
  chosen: string;
  pictures: PictureService;
  issue: DraftIssue | undefined;
}

/** The qualities that the connected model knows. */
function PictureQuality({ chosen, pictures, issue }: PictureQualityProps) {
  const { legend, look } = OPTIONS.quality;
  return (
    <ChoiceCards
      field="quality"
      legend={legend}
      choices={qualityChoices(pictures)}
      chosen={shownQuality(chosen, pictures)}
      issue={issue}
      look={look}
    />
  );
}

/** What the form holds, or the operator's quality where that cannot be had. */
function shownQuality(chosen: string, { qualities, usualQuality }: PictureService): string {
  return qualities.find((quality) => quality === chosen) ?? usualQuality;
}
