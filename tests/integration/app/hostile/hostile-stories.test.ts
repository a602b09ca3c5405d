import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedPath } from '#app/shared/shared-path.ts';
import { shareFilm } from '#jobs/db/shared-videos.server.ts';
import { videoOptionsSchema } from '#jobs/story/order/options.ts';
import { cpuMsOf } from '#tests/support/hostile/cpu-time.ts';
import { hostileStories } from '#tests/support/hostile/hostile-stories.ts';
import { startTestWeb, type TestWeb } from '../web-server';
import { readText } from './read-story-again';

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb();
});
afterAll(async () => {
  expect(web.faults).toEqual([]);
  await web.stop();
});

it('answers every hostile story within a second of the processor, with a video or with what is wrong', async () => {
  await web.post('/api/generate-script', { story: 'A fox saw the moon.' });
  const wrong: string[] = [];
  for (const { name, story } of hostileStories()) {
    let status = 0;
    const ms = await cpuMsOf(async () => {
      ({ status } = await web.post('/api/generate-script', {
        story,
        title: story.slice(0, 60),
        language: 'en',
      }));
    });
    if (![201, 400, 413, 422].includes(status) || ms > 1000)
      wrong.push(`${name}: ${status}, ${Math.round(ms)} ms`);
  }
  expect(wrong).toEqual([]);
});

/** Markup in every place where it could begin: of text, of an attribute, of a script and of a title. */
const ATTACKS = [
  '<x-evil onload=alert(1)>',
  '</title></script></style></textarea><x-evil>',
  '"><x-evil a="',
  "'><x-evil a='",
  '<!--<x-evil>',
  ']]><x-evil/>',
  '&lt;x-evil&gt; &#x3c;x-evil>',
  '{{x-evil}} #{x-evil} <%= 1 %>',
  '\u202E<x-evil>\u2066',
];
const HARMLESS = 'A quiet fox';

/** A finished film of whose every text is this one. @returns its page and its link */
async function filmOf(text: string): Promise<[page: string, link: string]> {
  const { db, storage } = web.backend;
  const id = randomUUID();
  const keys = {
    filmKey: `${id}/film-1.mp4`,
    posterKey: `${id}/poster-1.jpg`,
    vttKey: `${id}/captions-1.vtt`,
  };
  for (const key of Object.values(keys)) await storage.put(key, Buffer.from('x'));
  const texts = { title: text, titleGiven: true, story: `${text} went to the sea and came home.` };
  const row = { id, ...texts, options: videoOptionsSchema.parse({ language: 'en' }), requestHash: 'hash' };
  await db.video.create({ data: { ...row, ...keys, status: 'completed', durationMs: 4000 } });
  const scene = { id: randomUUID(), videoId: id, position: 0, seed: 1, narration: text, imagePrompt: text };
  await db.scene.create({ data: scene });
  const token = await shareFilm(db, id, randomUUID().replaceAll('-', '').slice(0, 22));
  return [`/video/${id}`, sharedPath(token ?? '')];
}

/** Every element with the names of its attributes, in order: all that a browser would make of a page but its texts. */
function skeletonOf(page: string): string[] {
  const withoutScripts = page.replace(/(<script\b[^>]*>)[\s\S]*?<\/script>/g, '$1');
  return [...withoutScripts.matchAll(/<(!?[a-z/][^\s>]*)((?:"[^"]*"|[^">])*)>/gi)].map(
    ([, name, rest = '']) => [name, ...[...rest.replace(/"[^"]*"/g, '').matchAll(/[^\s=]+/g)]].join(' '),
  );
}

describe('the pages of a hostile film', () => {
  it.each(ATTACKS)('have nothing of %j but text', async (attack) => {
    const plain = await filmOf(HARMLESS);
    const hostile = await filmOf(attack);
    for (const at of [0, 1] as const) {
      const [expected, got] = await Promise.all([web.ask(plain[at]), web.ask(hostile[at])]);
      expect([expected.status, got.status]).toEqual([200, 200]);
      expect(skeletonOf(got.text)).toEqual(skeletonOf(expected.text));
      expect(got.text).not.toContain('<x-evil');
      // It is all there: shown, not swallowed.
      expect(readText(got.text)).toContain(attack);
      const title = /<title>([^<]*)<\/title>/.exec(got.text)?.[1] ?? '';
      expect(readText(title)).toContain(attack);
      for (const [meta] of got.text.matchAll(/<meta\b[^>]*>/g)) expect(meta).not.toContain('x-evil');
    }
  });

  it('leave the home page as it is, with each of them on it', async () => {
    for (const attack of ATTACKS) await filmOf(attack);
    const { status, text } = await web.ask('/');
    expect(status).toBe(200);
    expect(text).not.toContain('<x-evil');
    expect(readText(text)).toContain(ATTACKS[0]);
    // Scripts hold stories as data alone: nothing in them ends the script.
    for (const [, script = ''] of text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)) {
      expect(script).not.toMatch(/<[a-z/!]/i);
    }
    const looked = await web.ask(`/?q=${encodeURIComponent('"><x-evil onload=alert(1)>')}`);
    expect(looked.text).not.toContain('<x-evil');
  });
});
