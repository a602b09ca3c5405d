/**
 * The fonts that come with the film, loaded before any frame that needs them is drawn: of each font those
 * files alone that hold a character of the text. Never fetched from another host.
 */
import { useEffect, useState } from 'react';
import { staticFile, useDelayRender, useRemotionEnvironment } from 'remotion';
import type { EastAsianLanguage } from '../text/writing';
import { chooseFontFiles, type FontFile } from './font-choice';
import type { Face } from './glyph-widths';

/** What is written in each face. */
export type TextByFace = Readonly<Record<Face, string>>;

/**
 * Loads what texts need of the bundled fonts and holds the renderer back until it is there. In the page a
 * font that cannot be had leaves the system's; in a render it fails the render, since a film must not
 * silently come out in another font.
 */
export function useStoryFonts({ sans, serif }: TextByFace, language: EastAsianLanguage): void {
  const { delayRender, continueRender, cancelRender } = useDelayRender();
  const { isRendering } = useRemotionEnvironment();
  // Held from the first draw on, not from the effect after it. A server draws no frame and needs no font.
  const [handle] = useState(() => (typeof document === 'undefined' ? null : delayRender('Loading fonts')));
  useEffect(() => {
    if (handle === null) return;
    loadFonts({ sans, serif }, language).then(
      () => continueRender(handle),
      (reason: unknown) => {
        if (isRendering) cancelRender(reason);
        else continueRender(handle);
      },
    );
  }, [handle, sans, serif, language, isRendering, continueRender, cancelRender]);
}

/** By their file: each is registered and loaded once. */
const loading = new Map<string, Promise<unknown>>();

/** Loads the files that the texts need. @throws when one cannot be had */
export async function loadFonts(texts: TextByFace, language: EastAsianLanguage): Promise<void> {
  const chosen = await Promise.all([
    chooseFontFiles(texts.sans, 'sans', language),
    chooseFontFiles(texts.serif, 'serif', language),
  ]);
  await Promise.all(chosen.flat().map(loadFile));
}

function loadFile({ file, family, weight, unicodeRange, technique }: FontFile): Promise<unknown> {
  // It would draw nothing; the system's own font of the kind then serves the page.
  if (technique !== null && !CSS.supports(`font-tech(${technique})`)) return Promise.resolve();
  const begun = loading.get(file);
  if (begun) return begun;
  const source = `url('${staticFile(`fonts/${file}`)}') format('woff2')`;
  const face = new FontFace(family, source, { weight, unicodeRange });
  document.fonts.add(face);
  const loaded = face.load().catch((cause: unknown) => {
    // Another text may try again.
    loading.delete(file);
    document.fonts.delete(face);
    throw new Error(`Could not load font ${file}`, { cause });
  });
  loading.set(file, loaded);
  return loaded;
}
