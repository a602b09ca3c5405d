import { useEffect, useState } from 'react';
import type { FormValues } from '#app/create/create-form.ts';
import { FieldMessage } from '#app/create/FieldMessage.tsx';
import { offeredLanguages } from '#app/create/sound/offered-languages.ts';
import type { DraftIssue } from '#jobs/story/order/draft.ts';
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
}

const LANGUAGES = offeredLanguages();

/** What else is to be made of the story; folded away until somebody wants more than one film. */
export function MoreFormats({ values, parts, issue, canTranslate }: MoreFormatsProps) {
  const isWanted = parts.length > 0 || issue !== undefined;
  const [isOpen, setOpen] = useState(isWanted);
  // What is brought back from an earlier visit is not to be ordered unseen.
  useEffect(() => {
    if (isWanted) setOpen(true);
  }, [isWanted]);
  return (
    <details className="more-formats" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>More formats of the same story</summary>
      <p className="field-hint">
        Each becomes a film of its own. What is the same in all of them is made, and paid for, once.
        {!canTranslate && ' Captions in other languages need a writing model, and none is connected.'}
      </p>
      {ALSO_ROWS.map(({ row, fields }) => (
        <fieldset className="format-row" key={row}>
          <legend className="visually-hidden">Format {row}</legend>
          <Choice name={fields.format} label={`Shape of format ${row}`} chosen={values[fields.format]}>
            <option value="">None</option>
            {Object.entries(OPTIONS.format.choices).map(([value, [label]]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Choice>
          <Choice name={fields.burnIn} label={`Captions of format ${row}`} chosen={values[fields.burnIn]}>
            {Object.entries(OPTIONS.burnIn.choices).map(([value, [label]]) => (
              <option key={value} value={value}>
                Captions {label.toLowerCase()}
              </option>
            ))}
          </Choice>
          {canTranslate && (
            <Choice
              name={fields.captionLanguage}
              label={`Language of the captions of format ${row}`}
              chosen={values[fields.captionLanguage]}
            >
              <option value="">In the story’s language</option>
              {LANGUAGES.map(({ tag, name }) => (
                <option key={tag} value={tag}>
                  In {name}
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
              <strong>{name}.</strong> {shares} {adds && <span className="figures">{adds}.</span>}
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
