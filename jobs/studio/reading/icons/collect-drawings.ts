/**
 * Writes what forms are drawn of: `public/icons`, the drawings of Noto Emoji (Google, Apache License 2.0) that show
 * things, and their names in `icon-names.json`; and `public/maps`, the countries of Natural Earth (public domain, by
 * `world-atlas`, ISC) in plate carrée. Run by hand: `npx tsx jobs/studio/reading/icons/collect-drawings.ts`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';

interface IconSet {
  icons: Record<string, { body: string; width?: number; height?: number }>;
  width?: number;
  height?: number;
}

const require = createRequire(import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(require.resolve(path), 'utf8'));
const ROOT = new URL('../../../../', import.meta.url);

const CATEGORIES = ['Animals & Nature', 'Food & Drink', 'Travel & Places', 'Activities', 'Objects'];
/** Signs that stand for what they are called, and not for a feeling. */
const SIGNS =
  'red-heart broken-heart brain anatomical-heart lungs tooth bone eye footprints skull ghost robot alien warning prohibited check-mark-button cross-mark hundred-points recycling-symbol children-crossing wheelchair-symbol atm-sign musical-note black-flag chequered-flag chart-increasing chart-decreasing speech-balloon thought-balloon zzz fingerprint pile-of-poo'.split(
    ' ',
  );
/** Faces, clocks at each half hour, and what is drawn for a name that means something else. */
const LEFT_OUT =
  /-(?:oclock|thirty)$|-face$|sun-with-face|people|person|santa|snowboarder|horse-racing|love-hotel|joker|moai|hamsa|nazar|lungs-x/;

function collectIcons(): void {
  const set: IconSet = read('@iconify-json/noto/icons.json');
  const { categories }: { categories: Record<string, string[]> } = read('@iconify-json/noto/metadata.json');
  const wanted = [...CATEGORIES.flatMap((name) => categories[name] ?? []), ...SIGNS];
  const names = [...new Set(wanted)].filter((name) => set.icons[name] && !LEFT_OUT.test(name)).sort();
  const folder = new URL('public/icons/', ROOT);
  mkdirSync(folder, { recursive: true });
  for (const name of names) {
    const icon = set.icons[name];
    if (!icon) continue;
    const [width, height] = [icon.width ?? set.width ?? 128, icon.height ?? set.height ?? 128];
    // Sizes of their own make browsers draw them sharp at any size.
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width * 5}" height="${height * 5}" viewBox="0 0 ${width} ${height}">${icon.body}</svg>`;
    writeFileSync(new URL(`${name}.svg`, folder), svg);
  }
  writeFileSync(new URL('icon-names.json', import.meta.url), `${JSON.stringify(names)}\n`);
  process.stdout.write(`${names.length} icons\n`);
}

/** Units of a degree. */
const UNIT = 10;

type Rings = number[][][];

function pathOf(rings: Rings): string {
  return rings
    .map((ring) => {
      const points = ring.map(
        ([lon = 0, lat = 0]) => `${Math.round((lon + 180) * UNIT)} ${Math.round((90 - lat) * UNIT)}`,
      );
      return `M${points.filter((point, at) => point !== points[at - 1]).join('L')}Z`;
    })
    .join('');
}

function mapSvg(path: string, color: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${360 * UNIT}" height="${180 * UNIT}" viewBox="0 0 ${360 * UNIT} ${180 * UNIT}"><path d="${path}" fill="${color}" fill-rule="evenodd"/></svg>`;
}

function collectMaps(): void {
  const world = read('world-atlas/countries-110m.json');
  const { features } = feature(world, world.objects.countries) as unknown as {
    features: { id: string; geometry: { type: string; coordinates: Rings | Rings[] } }[];
  };
  const folder = new URL('public/maps/', ROOT);
  mkdirSync(folder, { recursive: true });
  const paths = features.map(({ id, geometry }) => {
    const polygons =
      geometry.type === 'Polygon' ? [geometry.coordinates as Rings] : (geometry.coordinates as Rings[]);
    return { id, path: polygons.map(pathOf).join('') };
  });
  const all = paths.map(({ path }) => path).join('');
  for (const [name, color] of [
    ['light', '#ffffff'],
    ['dark', '#1d1826'],
  ] as const) {
    writeFileSync(new URL(`world-${name}.svg`, folder), mapSvg(all, color));
    for (const { id, path } of paths) {
      if (id) writeFileSync(new URL(`${id}-${name}.svg`, folder), mapSvg(path, color));
    }
  }
  process.stdout.write(`${paths.length} countries\n`);
}

collectIcons();
collectMaps();
