/** The words that a film is published with where nobody gives others. Pure. */
import { LONGEST_TITLE, type PublishingWords } from './publishing-choices';

/** About as much as is read before “more”, in characters. */
const OPENING = 300;

/** The film's title, and how its story begins. */
export function suggestedWords({ title, story }: { title: string; story: string }): PublishingWords {
  const plain = (text: string) => text.replace(/[<>]/g, ' ').replace(/\s+/g, ' ').trim();
  const opening = plain(story);
  const name = plain(title) || opening;
  return {
    title: cut(name, LONGEST_TITLE),
    description: opening.length <= OPENING ? opening : sentencesWithin(opening, OPENING),
  };
}

function sentencesWithin(text: string, most: number): string {
  const ends = [...text.slice(0, most).matchAll(/[.!?…。！？।](?=\s|$|[^\s.!?…])/gu)].map(
    ({ index }) => index + 1,
  );
  const end = ends.at(-1);
  return end === undefined ? cut(text, most) : text.slice(0, end);
}

/** At most so many characters, and no half of one. */
function cut(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
