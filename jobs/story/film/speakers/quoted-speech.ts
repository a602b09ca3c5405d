/** Lines in a scene that somebody in the story says, told apart from what the teller says. */

import { formOf } from '#jobs/story/film/form/scene-form.ts';
import type { SceneContent } from '#jobs/story/film/scene-content.ts';

/** What is said in one go by one voice. */
export interface SpeechPart {
  text: string;
  isQuoted: boolean;
}

/** Quotation marks in pairs, as the languages of the world set them; a mark alone opens nothing. */
const QUOTE = /“[^”]+”|„[^“”]+[“”]|«[^»]+»|»[^«]+«|「[^」]+」|『[^』]+』|"[^"]+"/gu;

const SAID = /[\p{L}\p{N}]/u;

/**
 * A text cut where quoted lines begin and end, each part with its marks; joined they are the text.
 * @param apart whether lines that follow each other stay lines of their own, since others may say them
 */
export function speechParts(text: string, apart = false): SpeechPart[] {
  const parts: SpeechPart[] = [];
  const add = (whole: string, isQuoted: boolean) => {
    const before = parts.at(-1);
    // The comma after a quote belongs to it.
    const closing = before?.isQuoted ? (/^[,.;:!?…。、，！？]+/u.exec(whole)?.[0] ?? '') : '';
    if (before) before.text += closing;
    const piece = whole.slice(closing.length);
    // What cannot be said by itself, such as a lone comma, stays with what is before it.
    if (before && (!SAID.test(piece) || (before.isQuoted === isQuoted && !(apart && isQuoted))))
      before.text += piece;
    else if (piece !== '') parts.push({ text: piece, isQuoted });
  };
  let from = 0;
  for (const { 0: quote, index } of text.matchAll(QUOTE)) {
    add(text.slice(from, index), false);
    add(quote, true);
    from = index + quote.length;
  }
  add(text.slice(from), false);
  return parts.map((part) => ({ ...part, text: part.text.trim() })).filter((part) => SAID.test(part.text));
}

/** A scene's speech in parts: in a chat the messages, of which those on the left are the other's. */
export function scenePartsOf(scene: Pick<SceneContent, 'narration' | 'picture'>): SpeechPart[] {
  const form = formOf(scene);
  if (form?.kind !== 'chat') return speechParts(scene.narration);
  return form.messages.map(({ text, side }) => ({ text, isQuoted: side === 'left' }));
}

/** Whether a scene has lines of somebody's beside its teller. */
export function hasQuotes(scene: Pick<SceneContent, 'narration' | 'picture'>): boolean {
  return scenePartsOf(scene).some(({ isQuoted }) => isQuoted);
}
