import { describe, expect, it } from 'vitest';
import { festivalText } from '#jobs/providers/system/festival-text.ts';

/** What is given, read back in an encoding. */
function given(text: string, language: string, encoding: string): string {
  const told = festivalText(text, language);
  if (!told.ok) throw new Error(`It does not read ${told.unread.join('')}.`);
  return new TextDecoder(encoding, { fatal: true }).decode(told.bytes);
}

describe('what a voice of Festival is given to read', () => {
  it.each([
    ['“Hold on,” she said — or cried…', '"Hold on," she said, or cried...'],
    ['Weiß café naïve Ærø', 'Weiss cafe naive AEro'],
    ['½ a mile 🙂', '1/2 a mile '],
  ])('has the letters of English: %s', (text, told) => {
    expect(given(text, 'en', 'us-ascii')).toBe(told);
  });

  it.each([
    ['es', 'iso-8859-1', '¿Mañana, señor? Él cantó.', 'Mañana, señor? Él cantó.'],
    ['it', 'iso-8859-1', 'Perché la città è così?', 'Perché la città è così?'],
    ['fi', 'iso-8859-1', 'Hyvää yötä, Åke.', 'Hyvää yötä, Åke.'],
    ['cs', 'iso-8859-2', 'Příliš žluťoučký kůň.', 'Příliš žluťoučký kůň.'],
    ['ru', 'utf-8', 'Ёж и йод — «друзья».', 'Ёж и йод, "друзья".'],
    ['hi', 'utf-8', 'एक कहानी थी।', 'एक कहानी थी।'],
    ['te', 'utf-8', 'ఒక కథ ఉంది.', 'ఒక కథ ఉంది.'],
  ])('loses no accent and no letter in %s (%s)', (language, encoding, text, told) => {
    expect(given(text.normalize('NFD'), language, encoding)).toBe(told.normalize('NFC'));
  });

  it('is one byte a letter where the voice is as old as that', () => {
    expect(festivalText('ñ', 'es')).toEqual({ ok: true, bytes: Uint8Array.of(0xf1) });
    expect(festivalText('ř', 'cs')).toEqual({ ok: true, bytes: Uint8Array.of(0xf8) });
  });

  it.each([
    ['en', 'The sign 昔 々 昔', ['昔', '々']],
    ['en', 'Дом', ['Д', 'о', 'м']],
    ['es', 'Ω', ['Ω']],
    ['ru', 'एक', ['ए', 'क']],
    ['en', 'It is 5 €.', ['€']],
  ])('is never a text without its letters (%s: %s)', (language, text, unread) => {
    expect(festivalText(text, language)).toEqual({ ok: false, unread });
  });
});
