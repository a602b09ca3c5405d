/** In which form a scene is told where no picture is drawn of it. Pure. */

import type { SceneContent } from '#jobs/story/film/scene-content.ts';
import type { Form } from '#remotion/contract/forms.ts';

const WORDS: Form = { kind: 'words' };

/** A scene's form, as its words stand now; null where it has a picture. */
export function formOf({ picture, narration }: Pick<SceneContent, 'picture' | 'narration'>): Form | null {
  if (picture.from === 'none') return WORDS;
  return picture.from === 'form' ? fitted(picture.form, narration) : null;
}

/** What a form shows is the scene's own: where its words were changed so that it is not any more, they tell it. */
function fitted(form: Form, narration: string): Form {
  const isTold = (text: string | undefined) => text === undefined || narration.includes(text);
  switch (form.kind) {
    case 'words':
      return isTold(form.stress) ? form : WORDS;
    case 'number':
      return isTold(form.shown) && isTold(form.before?.shown) ? form : WORDS;
    case 'place':
      return isTold(form.date) && isTold(form.name) && isTold(form.to?.name) ? form : WORDS;
    case 'chat':
      return chatOf(form, narration);
    case 'list':
      return form.at < form.items.length ? form : WORDS;
    case 'quote':
    case 'icon':
      return form;
  }
}

/** The messages as they are said; where that was changed, all of it is one message of the first who writes. */
function chatOf(form: Form & { kind: 'chat' }, narration: string): Form {
  const [first] = form.messages;
  if (!first || narrationOf(form.messages) === narration) return form;
  return { ...form, messages: [{ ...first, text: narration }] };
}

/** What is said of messages: their texts, one after the other. */
export function narrationOf(messages: readonly { text: string }[]): string {
  return messages.map(({ text }) => text).join(' ');
}
