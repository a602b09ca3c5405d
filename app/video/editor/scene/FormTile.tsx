import { useWords } from '#app/language/use-words.ts';
import type { Form } from '#remotion/contract/forms.ts';
import { essenceOf, FORM_LABELS } from './form-words';

/** Stands for a scene that has no picture: in which form it is told. */
export function FormTile({ form }: { form: Form }) {
  const { t } = useWords();
  const essence = essenceOf(form);
  return (
    <span className="form-tile" data-kind={form.kind}>
      {essence !== '' && (
        <span className="form-essence" dir="auto">
          {essence}
        </span>
      )}
      <span className="form-kind">{t(FORM_LABELS[form.kind])}</span>
    </span>
  );
}
