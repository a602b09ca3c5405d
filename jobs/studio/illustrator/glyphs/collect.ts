/**
 * Writes `noto.json`: the drawings of Noto Emoji (Google, Apache License 2.0) that the lexicons name, and
 * no others. Run after naming a new glyph: `npx tsx jobs/studio/illustrator/glyphs/collect.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { COATS } from '#jobs/studio/illustrator/figures/coats.ts';
import { SUBJECTS } from '#jobs/studio/reading/lexicon/subjects.ts';
import { THINGS } from '#jobs/studio/reading/lexicon/things.ts';
import type { Glyph } from './glyph-shape';
import { OWN_GLYPHS } from './own';

interface IconSet {
  icons: Record<string, { body: string; width?: number; height?: number }>;
  aliases?: Record<string, { parent: string }>;
  width?: number;
  height?: number;
}

const require = createRequire(import.meta.url);
const set: IconSet = JSON.parse(readFileSync(require.resolve('@iconify-json/noto/icons.json'), 'utf8'));

const names = new Set<string>();
for (const { form } of Object.values(SUBJECTS)) {
  if (form.kind === 'animal' || form.kind === 'puppet') names.add(form.glyph);
  if (form.kind === 'being' && form.being !== 'firefly') names.add(form.being);
}
for (const { face } of Object.values(COATS)) names.add(face);
for (const { glyph } of Object.values(THINGS)) if (glyph) names.add(glyph);

for (const name of [...Object.keys(OWN_GLYPHS), 'doe']) names.delete(name);

const glyphs: Record<string, Glyph> = {};
for (const name of [...names].sort()) {
  const icon = set.icons[name] ?? set.icons[set.aliases?.[name]?.parent ?? ''];
  if (!icon) throw new Error(`Noto Emoji has no drawing called “${name}”.`);
  const width = icon.width ?? set.width ?? 16;
  const height = icon.height ?? set.height ?? 16;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}">${icon.body}</svg>`;
  const box = new Resvg(svg, { font: { loadSystemFonts: false } }).getBBox();
  if (!box) throw new Error(`The drawing “${name}” is empty.`);
  const round = (value: number) => Math.round(value * 100) / 100;
  glyphs[name] = { body: icon.body, box: [round(box.x), round(box.y), round(box.width), round(box.height)] };
}
writeFileSync(new URL('./noto.json', import.meta.url), `${JSON.stringify(glyphs)}\n`);
process.stdout.write(`${Object.keys(glyphs).length} glyphs\n`);
