/** What the forms of a scene are called on the page. */
import { phrase } from '#app/language/phrase.ts';
import type { Form, FormKind } from '#remotion/contract/forms.ts';

export const FORM_LABELS: Readonly<Record<FormKind, string>> = {
  words: phrase('Words'),
  quote: phrase('Saying'),
  number: phrase('Number'),
  list: phrase('List'),
  chat: phrase('Messages'),
  place: phrase('Date and place'),
  icon: phrase('Icons'),
};

/** What stands out in a form, in a few words; empty where that is the scene's own words. */
export function essenceOf(form: Form): string {
  switch (form.kind) {
    case 'words':
      return form.stress ?? '';
    case 'quote':
      return form.by ?? '';
    case 'number':
      return form.shown;
    case 'list':
      return form.items[form.at] ?? '';
    case 'chat':
      return form.messages[0]?.who ?? '';
    case 'place':
      return [form.date, form.name].filter(Boolean).join(' · ');
    case 'icon':
      return form.icons.map((name) => name.replaceAll('-', ' ')).join(', ');
  }
}
