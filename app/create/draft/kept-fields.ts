/** Reads and fills the fields of any form by their names. Hidden fields and buttons are none of a person's. */
import type { Fields } from './kept-draft';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What a person has put into the form: text, choices, and the names of the chosen files. */
export function readForm(form: HTMLFormElement): { fields: Fields; files: Fields } {
  const fields: Record<string, string> = {};
  const files: Record<string, string> = {};
  for (const field of fieldsOf(form)) {
    const { name, type } = field;
    if (field instanceof HTMLInputElement && type === 'file') {
      const [file] = field.files ?? [];
      if (file) files[name] = file.name;
    } else if (isTick(field)) {
      if (field.checked) fields[name] = field.value;
      else if (type === 'checkbox') fields[name] ??= '';
    } else fields[name] = field.value;
  }
  return { fields, files };
}

/** Whether every field is as the page came. */
export function isUntouched(form: HTMLFormElement): boolean {
  return fieldsOf(form).every(isAsItCame);
}

/**
 * Puts values into the fields that have them, as if a person had done so: whoever listens hears of it.
 * @param mayFill says which fields may be changed; all where it is absent
 */
export function fillForm(form: HTMLFormElement, values: Fields, mayFill?: (field: Field) => boolean): void {
  const fields = fieldsOf(form);
  // Decided for all at first: a radio button that is pressed changes its neighbours.
  for (const field of fields.filter((candidate) => mayFill?.(candidate) ?? true)) {
    const value = values[field.name];
    if (value === undefined) continue;
    if (isTick(field)) {
      const isWanted = field.value === value;
      if (field.checked !== isWanted && (isWanted || field.type === 'checkbox')) field.click();
    } else if (field instanceof HTMLSelectElement) {
      if ([...field.options].some((option) => option.value === value)) write(field, value);
    } else if (field.type !== 'file' && field.value !== value) write(field, value);
  }
}

/** Puts every field back to what the page came with. */
export function resetFields(form: HTMLFormElement): void {
  const values: Record<string, string> = {};
  for (const field of fieldsOf(form)) {
    if (isTick(field)) {
      if (field.defaultChecked) values[field.name] = field.value;
      else if (field.type === 'checkbox') values[field.name] ??= '';
    } else if (field instanceof HTMLSelectElement) {
      const usual = [...field.options].find((option) => option.defaultSelected) ?? field.options[0];
      values[field.name] = usual?.value ?? '';
    } else if (field.type === 'file') field.value = '';
    else values[field.name] = field.defaultValue;
  }
  fillForm(form, values);
}

/** Whether a field is as the page came: nobody has touched it. */
export function isAsItCame(field: Field): boolean {
  if (field instanceof HTMLSelectElement) {
    const options = [...field.options];
    const hasUsual = options.some((option) => option.defaultSelected);
    return hasUsual ? options.every((option) => option.selected === option.defaultSelected) : true;
  }
  if (isTick(field)) return field.checked === field.defaultChecked;
  if (field.type === 'file') return field.value === '';
  return field.value === field.defaultValue;
}

function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.elements]
    .filter(
      (element): element is Field =>
        (element instanceof HTMLInputElement && !['hidden', 'submit', 'button'].includes(element.type)) ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement,
    )
    .filter(({ name }) => name !== '');
}

function isTick(field: Field): field is HTMLInputElement {
  return field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox');
}

/** React notices a change only where the value was not set through the element it watches. */
function write(field: Field, value: string): void {
  const prototype = Object.getPrototypeOf(field) as object;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
  const kind = field instanceof HTMLSelectElement ? 'change' : 'input';
  field.dispatchEvent(new Event(kind, { bubbles: true }));
}
