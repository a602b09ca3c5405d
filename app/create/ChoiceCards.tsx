import type { ReactNode } from 'react';
import { useWords } from '#app/language/use-words.ts';
import type { SoundSource } from '#app/shell/use-sound.ts';
import type { DraftField, DraftIssue } from '#jobs/story/order/draft.ts';
import type { Choice } from './choices';
import { FieldMessage, messageId } from './FieldMessage';
import { Audition } from './sound/Audition';

interface ChoiceCardsProps<Value extends string> {
  field: DraftField;
  legend: string;
  choices: readonly Choice<Value>[];
  chosen: string;
  issue: DraftIssue | undefined;
  /** Many short choices flow as pills instead of standing as cards. */
  look?: 'cards' | 'pills';
  /** What stands above a card's words. */
  picture?: (value: Value) => ReactNode;
  /** Where it can be heard; null for what cannot. */
  soundOf?: ((value: Value) => SoundSource | null) | undefined;
  onChoose?: (value: Value) => void;
}

/** One option as a row of cards with a radio button in each; the whole card can be pressed. */
export function ChoiceCards<Value extends string>(props: ChoiceCardsProps<Value>) {
  const { field, legend, choices, chosen, issue, look = 'cards', picture, soundOf, onChoose } = props;
  const { told } = useWords();
  return (
    <fieldset
      className="choices"
      data-field={field}
      data-look={look}
      aria-describedby={issue && messageId(field)}
    >
      <legend>{told(legend)}</legend>
      <div className="choice-row">
        {choices.map(({ value, label, note }) => {
          const sound = soundOf?.(value) ?? null;
          const card = (
            <label className="choice" key={value}>
              <input
                type="radio"
                name={field}
                value={value}
                defaultChecked={value === chosen}
                onChange={() => onChoose?.(value)}
              />
              {picture && (
                <span className="choice-picture" aria-hidden="true">
                  {picture(value)}
                </span>
              )}
              <span className="choice-label">{told(label)}</span>
              {note && <span className="choice-note">{told(note)}</span>}
            </label>
          );
          if (sound === null) return card;
          return (
            <div className="choice-heard" key={value}>
              {card}
              <Audition source={sound} label={label} />
            </div>
          );
        })}
      </div>
      <FieldMessage issue={issue} />
    </fieldset>
  );
}
