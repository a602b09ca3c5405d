import { useWords } from '#app/language/use-words.ts';
import type { OptionName } from '#jobs/story/order/option-registry.ts';

/** An option that can be chosen for all stories. */
export interface Chooser {
  name: OptionName;
  legend: string;
  choices: readonly { value: string; label: string }[];
}

/** Choices for all stories; what a story says for itself goes before. */
export function OptionsForAll({
  choosers,
  chosen,
}: {
  choosers: readonly Chooser[];
  chosen: Readonly<Record<OptionName, string>>;
}) {
  const { t, told } = useWords();
  const isAny = choosers.some(({ name }) => chosen[name] !== '');
  return (
    <details className="batch-options" open={isAny || undefined}>
      <summary>{t('For all of them: looks, voice, music')}</summary>
      <p className="field-hint">{t('What a story says for itself goes before.')}</p>
      <div className="batch-choosers">
        {choosers.map(({ name, legend, choices }) => (
          <div className="batch-field" key={name}>
            <label htmlFor={`batch-${name}`}>{told(legend)}</label>
            <select id={`batch-${name}`} name={name} className="text-input" defaultValue={chosen[name]}>
              <option value="">{t('As usual')}</option>
              {choices.map(({ value, label }) => (
                <option key={value} value={value}>
                  {told(label)}
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
    </details>
  );
}
