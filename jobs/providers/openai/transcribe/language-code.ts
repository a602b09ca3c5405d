/** Languages as transcribers name them. Pure. */

/** Two-letter codes of languages that BCP 47 calls by three letters, or by a name that transcribers do not know. */
const CODES: Readonly<Record<string, string>> = {
  fil: 'tl',
  // Written as Chinese is, by whoever speaks it.
  yue: 'zh',
  wuu: 'zh',
  hak: 'zh',
  nan: 'zh',
  // Whisper knows Bokmål as Norwegian alone.
  nb: 'no',
};

/** ISO 639-1 code of a BCP 47 tag; null for a language that has none, which the model finds out by itself. */
export function transcriptionLanguage(tag: string): string | null {
  const language = canonicalLanguage(tag);
  if (language === null) return null;
  return CODES[language] ?? (language.length === 2 ? language : null);
}

/** `cmn` is `zh`, `eng` is `en`. */
function canonicalLanguage(tag: string): string | null {
  try {
    return new Intl.Locale(tag).language;
  } catch {
    return null;
  }
}
