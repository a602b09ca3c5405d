/** A text as Festival's voices take it: bytes, in the one encoding that each of them knows. Pure. */

/** What a voice reads besides ASCII, and in which bytes. */
interface Letters {
  encoding: 'ascii' | 'iso-8859-1' | 'iso-8859-2' | 'utf-8';
  /** Signs beyond ASCII that it reads. */
  read: RegExp;
}

const LATIN_1: Letters = { encoding: 'iso-8859-1', read: /[À-ÖØ-öø-ÿ]/u };
const DEVANAGARI: Letters = { encoding: 'utf-8', read: /[\p{scx=Deva}\u200c\u200d]/u };

/**
 * By the language of the voice. Festival itself takes bytes as they come; their meaning lies in each voice's rules:
 * ISO 8859 in those of its first decade, UTF-8 in those of India and Russia.
 */
const LETTERS: Readonly<Record<string, Letters>> = {
  es: LATIN_1,
  it: LATIN_1,
  fi: LATIN_1,
  cs: { encoding: 'iso-8859-2', read: /[áéíóúýčďěňřšťůžÁÉÍÓÚÝČĎĚŇŘŠŤŮŽäöüÄÖÜôÔľĽĺĹŕŔ]/u },
  ru: { encoding: 'utf-8', read: /\p{scx=Cyrl}/u },
  hi: DEVANAGARI,
  mr: DEVANAGARI,
  te: { encoding: 'utf-8', read: /[\p{scx=Telu}\u200c\u200d]/u },
};
/** English voices take no letter beyond ASCII. */
const ASCII: Letters = { encoding: 'ascii', read: /(?!)/u };

/** Letters that no decomposition brings to ASCII. */
const FOLDED: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', ẞ: 'SS', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE', ø: 'o', Ø: 'O', å: 'aa', Å: 'AA' },
  ...{ ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ð: 'd', Ð: 'D', þ: 'th', Þ: 'Th', ı: 'i' },
};

/** What has to be heard; all else may be left out. */
const SAID = /[\p{L}\p{N}\p{Sc}]/u;

export type FestivalText =
  | { ok: true; bytes: Uint8Array }
  /** Signs that the voice would pass over, or spell out. */
  | { ok: false; unread: string[] };

/** @param language primary BCP 47 language of the voice */
export function festivalText(text: string, language: string): FestivalText {
  const letters = LETTERS[language] ?? ASCII;
  const signs = text
    .replace(/[‘’‚]/gu, "'")
    .replace(/[“”„«»]/gu, '"')
    .replace(/\s*[–—]\s*/gu, ', ')
    .replace(/…/gu, '...')
    .replace(/[^\S\n]/gu, ' ')
    .normalize('NFC');
  const unread = new Set<string>();
  let told = '';
  for (const sign of signs) {
    if (/[\x20-\x7e\n]/.test(sign) || letters.read.test(sign)) told += sign;
    else {
      const folded = foldedSign(sign);
      if (folded !== null) told += folded;
      else if (SAID.test(sign)) unread.add(sign);
    }
  }
  if (unread.size > 0) return { ok: false, unread: [...unread] };
  return { ok: true, bytes: encoded(told, letters) };
}

/** In ASCII, or null where it has no such form. */
function foldedSign(sign: string): string | null {
  const plain = FOLDED[sign] ?? sign.normalize('NFKD').replace(/\p{M}/gu, '').replace(/⁄/gu, '/');
  return /^[\x20-\x7e]+$/.test(plain) ? plain : null;
}

function encoded(text: string, { encoding }: Letters): Uint8Array {
  if (encoding === 'utf-8' || encoding === 'ascii') return new TextEncoder().encode(text);
  const byteOf = bytesOf(encoding);
  return Uint8Array.from(text, (sign) => byteOf.get(sign) ?? sign.charCodeAt(0));
}

/** Bytes of the signs beyond ASCII. */
function bytesOf(encoding: string): Map<string, number> {
  const bytes = Uint8Array.from({ length: 96 }, (_, at) => 0xa0 + at);
  return new Map([...new TextDecoder(encoding).decode(bytes)].map((sign, at) => [sign, 0xa0 + at]));
}
