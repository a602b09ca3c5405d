/** The gallery's page: every scene of every story with its reading, cast, shot, times and measures. */

import type { SceneReading } from '#jobs/story/film/scene-reading.ts';
import { ALIKE, type Measures } from './measures';
import { escapeHtml } from './review/escape-html';
import type { Telling, ToldScene } from './telling';

export interface Exhibit {
  telling: Telling;
  measures: Measures;
  /** Paths of the stills from the page, in order. */
  stills: string[];
  /** Path of the film from the page, or null where none was made. */
  film: string | null;
}

export function contactSheet(exhibits: readonly Exhibit[], whole: Measures): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Gallery</title>
<style>${CSS}</style>
<h1>Gallery</h1>
<p>${exhibits.length} stories. ${summary(whole)}</p>
${exhibits.map(section).join('\n')}
</html>
`;
}

const CSS = `
:root { color-scheme: light dark; font: 14px/1.45 system-ui, sans-serif; }
body { margin: 2rem; }
section { margin-block: 2.5rem; }
ol { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 1.25rem; list-style: none; padding: 0; }
img, video { width: 100%; border-radius: 6px; display: block; }
video { max-width: 20rem; }
figcaption { margin-top: .4rem; }
figure { margin: 0; }
small { display: block; opacity: .75; }
.alike { color: #c0392b; font-weight: 600; }
`;

function section({ telling, measures, stills, film }: Exhibit): string {
  const { story, title, mood } = telling;
  return `<section lang="${escapeHtml(story.language)}" dir="auto">
<h2>${escapeHtml(title)}</h2>
<p lang="en" dir="ltr">${story.style}, ${story.format}, ${escapeHtml(story.language)}, ${mood}. Cast: ${castOf(telling)}. ${summary(measures)}</p>
${film ? `<video controls preload="metadata" src="${escapeHtml(film)}"></video>` : ''}
<ol>
${telling.scenes.map((scene, i) => item(scene, stills[i] ?? '', measures.differences[i - 1])).join('\n')}
</ol>
</section>`;
}

function item(scene: ToldScene, still: string, difference: number | undefined): string {
  const { reading, drawMs, layersMs, layerCount } = scene;
  const changed =
    difference === undefined
      ? ''
      : `<small${difference < ALIKE ? ' class="alike"' : ''}>differs from the one before by ${difference.toFixed(3)}</small>`;
  const layers = layersMs === null ? '' : `, with ${layerCount} layers ${Math.round(layersMs)} ms`;
  return `<li><figure><img loading="lazy" src="${escapeHtml(still)}" alt="${escapeHtml(scene.imagePrompt)}">
<figcaption>${escapeHtml(scene.narration)}
<span lang="en" dir="ltr"><small>${escapeHtml(readingText(reading))}</small>
<small>drawn in ${Math.round(drawMs)} ms${layers}</small>${changed}</span></figcaption></figure></li>`;
}

function readingText({ shot, side, place, time, weather, mood, cast, things }: SceneReading): string {
  const who = cast.map(
    ({ name, subject, role, action, count }) =>
      `${[name, role, subject].filter(Boolean).join(' ')}${count > 1 ? ` ×${count}` : ''}: ${action}`,
  );
  return `${shot} (${side}) · ${place}, ${time}, ${weather}, ${mood} · ${who.join('; ') || 'nobody'}${things.length ? ` · ${things.join(', ')}` : ''}`;
}

/** Everyone of the story with their look, each once. */
function castOf({ scenes }: Telling): string {
  const all = new Map<string, string>();
  for (const { reading } of scenes) {
    for (const { name, subject, role, look } of reading.cast) {
      const who = [name, role, subject].filter(Boolean).join(' ');
      const clothes = look
        ? ` (${look.skin}, ${look.hairColour} ${look.hairStyle} hair, ${look.cloth} ${look.garment})`
        : '';
      all.set(name ?? who, who + clothes);
    }
  }
  return escapeHtml([...all.values()].join('; ') || 'nobody');
}

/** One line of figures. */
export function summary({
  aboutHero,
  heroVisible,
  heroTrue,
  differences,
  drawMs,
  layersMs,
}: Measures): string {
  const parts = [
    aboutHero > 0
      ? `Hero visible in ${heroVisible} of ${aboutHero} scenes about them, ${heroTrue} times as what they are`
      : null,
    differences.length > 0
      ? `neighbours differ by ${mean(differences).toFixed(3)} on the mean, ${Math.min(...differences).toFixed(3)} at least, ${differences.filter((one) => one < ALIKE).length} alike`
      : null,
    `${Math.round(mean(drawMs))} ms a picture`,
    layersMs.length > 0 ? `${Math.round(mean(layersMs))} ms with layers` : null,
  ];
  return `${parts.filter(Boolean).join('; ')}.`;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
