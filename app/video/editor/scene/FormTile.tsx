import type { Form } from '#remotion/contract/forms.ts';
import { essenceOf, FORM_LABELS } from './form-words';

/** Stands for a scene that has no picture: in which form it is told. */
export function FormTile({ form }: { form: Form }) {
  const essence = essenceOf(form);
  return (
    <span className="form-tile" data-kind={form.kind}>
      {essence !== '' && <span className="form-essence">{essence}</span>}
      <span className="form-kind">{FORM_LABELS[form.kind]}</span>
    </span>
  );
}
