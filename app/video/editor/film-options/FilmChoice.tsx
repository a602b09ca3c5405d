import type { Choice } from '#app/create/choices.ts';
import { useWords } from '#app/language/use-words.ts';
import { useEditor } from '#app/video/editor/state/StoryboardContext.ts';
import { OPTIONS, type OptionName } from '#jobs/story/order/option-registry.ts';

interface FilmChoiceProps {
  name: OptionName;
  choices: readonly Choice[];
  /** What is chosen; absent for what the storyboard says. */
  chosen?: string;
  onChoose: (name: OptionName, value: string) => void;
}

/** One option of the whole film, as a row of pills or a list where there are many. */
export function FilmChoice({ name, choices, chosen, onChoose }: FilmChoiceProps) {
  const { told } = useWords();
  const { board } = useEditor();
  const legend = told(OPTIONS[name].legend);
  const value = chosen ?? String(board.options[name] ?? '');
  if (choices.length > 5) {
    return (
      <div className="inspector-field">
        <label className="field-label" htmlFor={`film-${name}`}>
          {legend}
        </label>
        <select
          id={`film-${name}`}
          className="text-input"
          value={value}
          onChange={(event) => onChoose(name, event.currentTarget.value)}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {told(choice.label)}
            </option>
          ))}
        </select>
      </div>
    );
  }
  return (
    <fieldset className="film-choice">
      <legend className="field-label">{legend}</legend>
      <div className="film-choice-row">
        {choices.map((choice) => (
          <label key={choice.value}>
            <input
              type="radio"
              name={`film-${name}`}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChoose(name, choice.value)}
            />
            <span>{told(choice.label)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
