/** The pages of a review: one for each story with all its scenes, which is its contact sheet too, and one of all. */

import type { Evidence } from '#jobs/studio/reading/evidence.ts';
import { escapeHtml } from './escape-html';
import type { WordFaults } from './lost-words';
import type { CountedFilm } from './marks-table';
import type { ReviewedScene, ReviewedStory } from './reviewed-story';

export interface ReviewExhibit {
  reviewed: ReviewedStory;
  counted: CountedFilm;
  faults: WordFaults;
  /** For each scene whether an earlier one showed the same. */
  repeats: readonly boolean[];
  /** Names of the stills, in order. */
  stills: readonly string[];
}

/** Columns of a sheet. */
const COLUMNS = 5;

const CSS = `
:root { font: 15px/1.4 system-ui, sans-serif; color: #1c1c1c; background: #fff; }
body { margin: 24px; }
h1 { font-size: 26px; margin: 0; }
ol { display: grid; grid-template-columns: repeat(${COLUMNS}, minmax(0, 1fr)); gap: 18px; list-style: none; padding: 0; }
img { width: 100%; border-radius: 6px; display: block; }
figure { margin: 0; }
figcaption p { margin: 6px 0; font-size: 16px; }
small { display: block; font-size: 13px; color: #444; overflow-wrap: anywhere; }
b { color: #8a2b06; }
`;

/** A story's page. */
export function storyPage(exhibit: ReviewExhibit): string {
  const { story, title, mood, treatment } = exhibit.reviewed;
  return page(
    title,
    `<p>${links(story.slug)}</p>
<h1 dir="auto" lang="${escapeHtml(story.language)}">${escapeHtml(title)}</h1>
<p>${escapeHtml(summaryOf(exhibit))}</p>
<p>Told as ${treatment ?? '–'} (it is ${[story.treatment, ...(story.alsoTreatments ?? [])].join(' or ')}),
music ${mood} (fits: ${story.moods.join(', ')}).<br>
Titles one would keep: ${escapeHtml(story.titles.join(' · '))}. ${escapeHtml(story.titleNote ?? '')}</p>
<ol>
${exhibit.reviewed.scenes.map((scene, i) => item(scene, i, exhibit)).join('\n')}
</ol>`,
  );
}

/** The page of all stories, with the table of what was counted. @param counted in Markdown */
export function indexPage(exhibits: readonly ReviewExhibit[], counted: string): string {
  const entries = exhibits.map(
    (exhibit) =>
      `<li><figure><a href="${exhibit.reviewed.story.slug}.html"><img loading="lazy" src="${exhibit.stills[0] ?? ''}" alt=""></a>
<figcaption><p dir="auto">${escapeHtml(exhibit.reviewed.title)}</p><small>${escapeHtml(summaryOf(exhibit))}</small></figcaption></figure></li>`,
  );
  return page(
    'Stories of all kinds',
    `<pre>${escapeHtml(counted)}</pre>\n<ol>\n${entries.join('\n')}\n</ol>`,
  );
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>${CSS}</style>
${body}
</html>
`;
}

const links = (slug: string): string =>
  `<a href="index.html">All stories</a> · <a href="${slug}.png">This page as a picture</a> · ${slug}`;

function summaryOf({ reviewed: { story, scenes }, counted, faults }: ReviewExhibit): string {
  const words = [...faults.lost.map((word) => `−${word}`), ...faults.added.map((word) => `+${word}`)];
  return [
    `${story.genre}, ${story.language}, ${scenes.length} scenes`,
    `longest stretch ${(Math.max(0, ...counted.stretchesMs) / 1000).toFixed(1)} s`,
    `${counted.repeats} the same by readings`,
    `${counted.wordFaults} words lost or altered${words.length > 0 ? ` (${words.slice(0, 12).join(' ')})` : ''}`,
  ].join('; ');
}

function item(scene: ReviewedScene, i: number, { reviewed, stills, repeats }: ReviewExhibit): string {
  const { narration, form, why, reading, evidence } = scene;
  const { place, time, weather, mood, shot } = reading;
  return `<li><figure><img src="${stills[i] ?? ''}" alt="">
<figcaption><p dir="auto" lang="${escapeHtml(reviewed.story.language)}">${i + 1}. ${escapeHtml(narration)}</p>
<small><strong>${form?.kind ?? 'picture'}</strong>${why ? `: ${escapeHtml(why)}` : ''}${repeats[i] ? ' <b>the same as an earlier one</b>' : ''}</small>
<small>${escapeHtml(form ? formText(form) : `${shot}; ${place}, ${time}, ${weather}, ${mood}`)}</small>
<small>${escapeHtml(evidenceText('figures', evidence.figures))}</small>
<small>${escapeHtml(evidenceText('things', evidence.things))}</small>
<small>${escapeHtml(evidenceText('place', evidence.place ? [evidence.place] : []))}</small>
<small>${escapeHtml(evidenceText('icons', evidence.icons))}</small></figcaption></figure></li>`;
}

/** What a form shows, but for messages that came before. */
function formText(form: NonNullable<ReviewedScene['form']>): string {
  return Object.entries(form)
    .filter(([key]) => key !== 'kind' && key !== 'earlier')
    .map(([key, value]) => `${key} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('; ');
}

const evidenceText = (what: string, all: readonly Evidence[]): string =>
  all.length === 0
    ? `${what}: –`
    : `${what}: ${all.map((one) => `${one.what} (“${shortened(one.words)}”)`).join(', ')}`;

/** Characters of evidence that are shown. */
const LONGEST = 48;

const shortened = (words: string): string =>
  words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()}…` : words;
