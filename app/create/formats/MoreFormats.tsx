import { useEffect, useState } from 'react';
import type { FormValues } from '#app/create/create-form.ts';
import { FieldMessage } from '#app/create/FieldMessage.tsx';
import type { OfferedLanguage } from '#app/create/sound/offered-languages.ts';
import { phrase } from '#app/language/phrase.ts';
import { useWords } from '#app/language/use-words.ts';
import type { DraftIssue } from '#jobs/story/order/draft.ts';
import { valuesOf } from '#jobs/story/order/option.ts';
import { OPTIONS } from '#jobs/story/order/option-registry.ts';
import { ALSO_ROWS } from './also-fields';
import type { FormatPart } from './format-words';

interface MoreFormatsProps {
  /** As the form came. */
  values: FormValues;
  /** What the rows ask for now. */
  parts: readonly FormatPart[];
  issue: DraftIssue | undefined;
  /** Whether a writing model is connected, which translates captions. */
  canTranslate: boolean;
  /** Those that captions can be in. */
  languages: readonly OfferedLanguage[];
}

/** Where they stand, as a choice of its own. */
const CAPTION_PLACES: Readonly<Record<keyof typeof OPTIONS.burnIn.choices, string>> = {
  on: phrase('Captions in the picture'),
  off: phrase('Captions in files alone'),
};

/** What else is to be made of the story; folded away until somebody wants more than one film. */
export function MoreFormats({ values, parts, issue, canTranslate, languages }: MoreFormatsProps) {
  const { t, told } = useWords();
  const isWanted = parts.length > 0 || issue !== undefined;
  const [isOpen, setOpen] = useState(isWanted);
  // What is brought back from an earlier visit is not to be ordered unseen.
  useEffect(() => {
    if (isWanted) setOpen(true);
  }, [isWanted]);
  return (
    <details className="more-formats" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('More formats of the same story')}</summary>
      <p className="field-hint">
        {t('Each becomes a film of its own. What is the same in all of them is made, and paid for, once.')}
        {!canTranslate && ` ${t('Captions in other languages need a writing model, and none is connected.')}`}
      </p>
      {ALSO_ROWS.map(({ row, fields }) => (
        <fieldset className="format-row" key={row}>
          <legend className="visually-hidden">{t('Format {{row}}', { row })}</legend>
          <Choice
            name={fields.format}
            label={t('Shape of format {{row}}', { row })}
            chosen={values[fields.format]}
          >
            <option value="">{t('None')}</option>
            {Object.entries(OPTIONS.format.choices).map(([value, [label]]) => (
              <option key={value} value={value}>
                {told(label)}
              </option>
            ))}
          </Choice>
          <Choice
            name={fields.burnIn}
            label={t('Captions of format {{row}}', { row })}
            chosen={values[fields.burnIn]}
          >
            {valuesOf(OPTIONS.burnIn).map((value) => (
              <option key={value} value={value}>
                {t(CAPTION_PLACES[value])}
              </option>
            ))}
          </Choice>
          {canTranslate && (
            <Choice
              name={fields.captionLanguage}
              label={t('Language of the captions of format {{row}}', { row })}
              chosen={values[fields.captionLanguage]}
            >
              <option value="">{t('In the story’s language')}</option>
              {languages.map(({ tag, name }) => (
                <option key={tag} value={tag}>
                  {t('In {{language}}', { language: name })}
                </option>
              ))}
            </Choice>
          )}
        </fieldset>
      ))}
      <FieldMessage issue={issue} />
      {parts.length > 0 && (
        <ul className="format-parts">
          {parts.map(({ place, name, shares, adds }) => (
            <li key={place}>
              <strong>{t('{{sentence}}.', { sentence: name })}</strong> {shares}{' '}
              {adds && <span className="figures">{t('{{sentence}}.', { sentence: adds })}</span>}
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  chosen: string;
  children: React.ReactNode;
}

function Choice({ name, label, chosen, children }: ChoiceProps) {
  return (
    <select name={name} aria-label={label} className="text-input" defaultValue={chosen}>
      {children}
    </select>
  );
}
