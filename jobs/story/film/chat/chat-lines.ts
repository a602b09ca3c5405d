/** A story in text messages: lines that begin with who writes them. */

/** A line of a chat, or of what is told between its messages. */
export interface ChatLine {
  /** Null for a line that is nobody's message. */
  who: string | null;
  text: string;
  /** As it is written; null for none. */
  time: string | null;
}

const CLOCK = String.raw`\d{1,2}[:.h]\d{2}(?:\s?[AaPp]\.?[Mm]\.?)?`;
// White space is never matched by two parts in turn: a long run of it would be tried in every division.
const LINE = new RegExp(
  String.raw`^\s*(?:[\[(]?(?<early>${CLOCK})[\])]?\s*(?:[-–—]\s*)?)?(?<who>[\p{L}][\p{L}\p{M}\p{N} .'’_-]{0,24}?)\s*(?:[\[(](?<late>${CLOCK})[\])]\s*)?[:：>]\s*(?<text>\S.*)$`,
  'u',
);
/** “MAYA — 6:58 PM”, “Tom, 18:02”, “[6:58 PM] Ana”: who writes what stands on the lines below. */
const HEAD = new RegExp(
  String.raw`^(?:(?<who>\p{L}[\p{L}\p{M}\p{N} .'’_-]{0,24}?)\s*(?:[—–|,·•-]\s*)?[\[(]?(?<late>${CLOCK})[\])]?|[\[(]?(?<early>${CLOCK})[\])]?\s*(?:[—–|,·•-]\s*)?(?<whoLate>\p{L}[\p{L}\p{M}\p{N} .'’_-]{0,24}?))\s*$`,
  'u',
);
/** What stands before a colon and is nobody. */
const NOBODY =
  /^(?:note|nota|ps|p\.?s|tip|step|day|part|chapter|title|warning|edit|update|tl;?dr|q|a|fact|answer|question|ingredients|location|date|time|subject|price|rule|lesson|number|no|step \d+|day \d+|tag \d+|schritt \d+|paso \d+)\b/i;

/** The lines of a text. */
export function chatLines(story: string): ChatLine[] {
  const lines = story
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return (
    headedLines(lines) ??
    lines.map((line) => {
      const found = LINE.exec(line)?.groups;
      const who = found?.who?.trim() ?? '';
      if (!found || NOBODY.test(who)) return { who: null, text: line, time: null };
      return { who, text: (found.text ?? '').trim(), time: found.early ?? found.late ?? null };
    })
  );
}

/** Messages that stand under who wrote them and when; null where fewer than three do. */
function headedLines(lines: readonly string[]): ChatLine[] | null {
  const heads = lines.map((line) => HEAD.exec(line)?.groups);
  if (heads.filter((head) => head).length < 3) return null;
  const told: ChatLine[] = [];
  let under: Pick<ChatLine, 'who' | 'time'> | null = null;
  lines.forEach((text, at) => {
    const head = heads[at];
    if (head) under = { who: (head.who ?? head.whoLate ?? '').trim(), time: head.late ?? head.early ?? null };
    else told.push({ who: under?.who ?? null, text, time: under?.time ?? null });
  });
  return told;
}

/** From this share on a text is a chat. */
export const CHAT_SHARE = 0.6;

/** How sure it is that a text is a chat, 0 to 1. */
export function chatShare(lines: readonly ChatLine[]): number {
  const messages = lines.filter(({ who }) => who !== null);
  const writers = new Set(messages.map(({ who }) => who));
  const isTalk =
    messages.length >= 3 && writers.size >= 2 && writers.size <= 6 && writers.size < messages.length;
  return isTalk ? messages.length / lines.length : 0;
}
