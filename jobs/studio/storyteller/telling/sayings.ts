/** Sayings in a text, with whose they are. */

export interface Saying {
  /** As it stands, with its marks. */
  text: string;
  by: string;
  /** Such as `1803–1882`; null for none. */
  about: string | null;
}

const NAME = String.raw`(?<by>\p{Lu}[\p{L}.'’-]*(?:\s(?:(?:de|von|van|da|la|le|al|of|the)\s)*\p{Lu}[\p{L}.'’-]*){0,4})`;
/** “…” — Seneca (4 BC – 65 AD) */
const DASHED = new RegExp(
  String.raw`(?<text>[“"«„「][^”"»“」\n]{8,400}[”"»“」])\s*(?:\n\s*)?[—–-]{1,2}\s*${NAME}(?:[\s,]*\(?(?<about>(?:c\. )?\d{1,4}[^\n)]{0,24})\)?)?`,
  'gu',
);
/** A line that is quoted, and under it its author, with what is to be known of them. */
const SIGNED = new RegExp(
  String.raw`^(?<text>[“"«„「][^”"»“」\n]{8,400}[”"»“」])\s*\n\s*${NAME}(?:,\s(?<about>[^\n.!?]{1,60})|\s\((?<years>[^\n)]{1,24})\))?\s*$`,
  'gmu',
);

/** The sayings of a text whose authors are named after a dash or on the next line. */
export function sayingsOf(text: string): Saying[] {
  const found = [...text.matchAll(DASHED), ...text.matchAll(SIGNED)];
  return found
    .sort((one, other) => one.index - other.index)
    .map(({ groups }) => ({
      text: groups?.text ?? '',
      by: groups?.by ?? '',
      about: (groups?.about ?? groups?.years)?.trim() || null,
    }));
}

/** Who said it, where a scene is a saying: after a dash, or before or after the quoted words. */
const SAYS = String.raw`(?:once\s)?(?:said|wrote|says|told|warned|believed|put it|argued|observed|schrieb|sagte|dijo|escribió|écrivait|disait|disse|escreveu)`;
const LED = new RegExp(String.raw`(?:^|\s)${NAME}\s${SAYS}\b[^“"«„]{0,24}[“"«„]`, 'u');
const TAGGED = new RegExp(String.raw`[”"»“]\s*(?:${SAYS}\s)?${NAME}(?:\s${SAYS})?\s*[.]?$`, 'u');

/** The saying that a scene's words are; null where they are none. */
export function sayingIn(narration: string): { by: string | null; about: string | null } | null {
  const [dashed] = sayingsOf(narration);
  if (dashed) return { by: dashed.by, about: dashed.about };
  const quoted = /[“"«„「][^”"»“」]{24,}[”"»“」]/u.exec(narration);
  if (!quoted || quoted[0].length < narration.length * 0.55) return null;
  const by = LED.exec(narration)?.groups?.by ?? TAGGED.exec(narration)?.groups?.by ?? null;
  return by ? { by, about: null } : null;
}
