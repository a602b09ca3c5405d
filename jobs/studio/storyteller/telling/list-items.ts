/** Lists in a text: what stands before the items, the items, and what stands after them. */

export interface ListItem {
  /** The mark that it begins with, as it is written; empty where it is told in words. */
  marker: string;
  /** Number that it bears; null for a dash or a dot. */
  number: number | null;
  /** All of the item, without a mark that is not said. */
  text: string;
}

export interface ToldList {
  before: string;
  items: ListItem[];
  after: string;
}

/** Marks that are read and not said: `1.`, `-`, `•`. */
const SILENT =
  /^\s*(?:[-–—•*▪·✓✔☐➤→](?=\s)|#?(?<number>\d{1,2})\s*[.)](?=\s)|(?<keycap>\d)\ufe0f?\u20e3|(?<circled>[①-⑳]))\s*/u;
/** One less than the code point of `①`. */
const CIRCLED_ZERO = 0x245f;
/** Marks that are said: `Number 3:`, `#3`, `Step 2:`. */
const SAID =
  /^\s*(?:and\s+)?(?:#\s?(?<hash>\d{1,2})\b|(?:number|no\.?|step|tip|rule|reason|sign|lesson|day|fact|nummer|schritt|tipp|regel|paso|número|consejo|étape|conseil|passo|dica|número)\s+(?<said>\d{1,2}|one|two|three|four|five|six|seven|eins|zwei|drei|uno|dos|tres|un|deux|trois)\b)\s*[:.)–—-]?\s*/iu;
const NUMBER_WORDS: Readonly<Record<string, number>> = {
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7 },
  ...{ eins: 1, zwei: 2, drei: 3, uno: 1, dos: 2, tres: 3, un: 1, deux: 2, trois: 3 },
};

/** “… next door. Number two: …”: an item that begins in the middle of a paragraph. */
const INLINE =
  /([.!?])\s+(?=(?:and )?(?:number|no\.?|step|tip|reason|rule|lesson)\s+(?:\d{1,2}|one|two|three|four|five|six|seven)\s*[:.])/giu;

/** The list of a text; null where it has none. At least three items, by their marks. */
export function toldList(story: string): ToldList | null {
  const lines = story
    .replace(INLINE, '$1\n')
    .split(/\r?\n/)
    .map((line) => line.trim());
  const marked = lines.map(itemOf);
  const places = marked.flatMap((item, at) => (item ? [at] : []));
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined || places.length < 3) return null;
  const items: ListItem[] = [];
  let after = '';
  for (let at = first; at < lines.length; at++) {
    const item = marked[at];
    const line = lines[at] ?? '';
    const current = items.at(-1);
    if (item) items.push(item);
    else if (line === '' || !current) continue;
    // What follows the last item after an empty line ends the list.
    else if (at > last && lines[at - 1] === '') {
      after = lines.slice(at).join('\n');
      break;
    } else current.text = `${current.text}\n${line}`;
  }
  return {
    before: lines.slice(0, first).join('\n').trim(),
    items: items.filter(({ text }) => text !== ''),
    after: after.trim(),
  };
}

function itemOf(line: string): ListItem | null {
  const silent = SILENT.exec(line);
  if (silent) {
    const { circled } = silent.groups ?? {};
    const number = circled
      ? String((circled.codePointAt(0) ?? 0) - CIRCLED_ZERO)
      : (silent.groups?.number ?? silent.groups?.keycap);
    return {
      marker: silent[0].trim(),
      number: number === undefined ? null : Number(number),
      text: line.slice(silent[0].length).trim(),
    };
  }
  const said = SAID.exec(line);
  if (!said) return null;
  const word = (said.groups?.hash ?? said.groups?.said ?? '').toLowerCase();
  const number = Number(word) || (NUMBER_WORDS[word] ?? null);
  return { marker: said[0].trim(), number, text: line };
}

/** Whether the numbers of items go down, as in a countdown. */
export function isCountdown(items: readonly ListItem[]): boolean {
  const numbers = items.flatMap(({ number }) => number ?? []);
  return numbers.length >= 3 && (numbers[0] ?? 0) > (numbers.at(-1) ?? 0);
}

/** Most characters of an item where the whole list is seen. */
const LONGEST_LABEL = 44;

/** An item in short: its own first words, up to a mark that parts them from the rest. */
export function labelOf({ marker, text }: ListItem): string {
  const said = text.startsWith(marker) ? text.slice(marker.length).replace(/^[\s:.)–—-]+/u, '') : text;
  const line = said.split('\n')[0] ?? '';
  const head = line.split(/(?<=\S)(?:[.!?:;。！？：]|\s[–—-]\s|,\s|\s\()/u)[0]?.trim() ?? line;
  const letters = [...head];
  if (letters.length <= LONGEST_LABEL) return head;
  const cut = letters.slice(0, LONGEST_LABEL).join('');
  const space = cut.lastIndexOf(' ');
  return space > 16 ? cut.slice(0, space) : cut;
}
