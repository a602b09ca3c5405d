import { describe, expect, it } from 'vitest';
import { writeScript } from '#jobs/making/written-script.ts';
import { missingGlyphs } from '#jobs/story/film/glyphs.ts';
import { readingTimes } from '#jobs/story/film/reading-times.ts';
import { castVoices } from '#jobs/story/film/speakers/cast-voices.ts';
import { cuesOf, toSrt, toVtt } from '#jobs/story/film/subtitles.ts';
import { readDraft, type StoryDraft } from '#jobs/story/order/draft.ts';
import { writeScript as tell } from '#jobs/studio/storyteller/write.ts';
import { cpuMsOf } from '#tests/support/hostile/cpu-time.ts';
import { hostileStories } from '#tests/support/hostile/hostile-stories.ts';

/** The built-in writer, in this thread. */
const writer = {
  identity: { name: 'builtin', model: 'storyteller' },
  writeScript: async (asked: Parameters<typeof tell>[0]) => tell(asked),
};

/** Processor time for the script of any story, ms. */
const MOST_MS = 1000;
/** On a slow or busy machine: so many times what a plain story of the same length takes there. */
const MOST_TIMES_PLAIN = 4;
const PLAIN =
  'Once a fox came to the old mill. “Who are you?” asked the miller. “Only a fox,” she said, and slept. ';

/** What the worker does of the script in one step. */
async function scriptOf({ story }: StoryDraft): Promise<string[]> {
  const asked = { story, title: null, sceneCount: null, language: 'en' };
  const script = await writeScript(writer, asked, new AbortController().signal);
  const narrations = script.scenes.map(({ narration }) => narration);
  castVoices(narrations, [{ voice: 'rms' }]);
  missingGlyphs([script.title, ...narrations].join(' '));
  return narrations;
}

const stories = hostileStories().map(({ name, story }) => ({
  name,
  read: readDraft({ story, language: 'en' }),
}));
const taken = stories.flatMap(({ name, read }) => (read.ok ? [{ name, draft: read.draft }] : []));

describe('two hundred hostile stories', () => {
  it('are the same each time, and most of them are let in', () => {
    expect(hostileStories()).toEqual(hostileStories());
    expect(stories.length).toBe(200);
    expect(taken.length).toBeGreaterThan(150);
  });

  const median = (values: readonly number[]) => [...values].sort((one, other) => one - other)[1] ?? 0;

  it('each have their script, or are refused in words, within a second of the processor', async () => {
    const plain = { ...(taken[0]?.draft as StoryDraft), story: PLAIN.repeat(98) };
    const usual: number[] = [];
    for (let at = 0; at < 3; at += 1) usual.push(await cpuMsOf(() => scriptOf(plain)));
    const most = Math.max(MOST_MS, MOST_TIMES_PLAIN * median(usual));
    const slow: string[] = [];
    const odd: string[] = [];
    for (const { name, draft } of taken) {
      const ms = await cpuMsOf(() =>
        scriptOf(draft).catch((error: { code?: string }) => {
          if (error.code !== 'script_unusable') odd.push(`${name}: ${error}`);
        }),
      );
      if (ms > most) slow.push(`${name}: ${Math.round(ms)} ms`);
    }
    expect(odd).toEqual([]);
    expect(slow).toEqual([]);
  });

  it('are plain text in captions: no cue, tag or setting is any of theirs', async () => {
    for (const { name, draft } of taken.filter((_, at) => at % 3 === 0)) {
      const words = readingTimes(draft.story.slice(0, 800), 'normal');
      const cues = cuesOf([{ words, durationMs: 600_000 }], '9:16');
      const [srt, vtt] = [toSrt(cues), toVtt(cues)];
      expect(srt.match(/-->/g)?.length ?? 0, name).toBe(cues.length);
      expect(vtt.match(/-->/g)?.length ?? 0, name).toBe(cues.length);
      expect(srt, name).not.toMatch(/<[\p{L}/!]|\{\\/u);
      expect(vtt.replaceAll('-->', ''), name).not.toMatch(/[<>]/);
      // Nothing is left out: without what keeps it from being markup it is the text.
      expect(srt.replaceAll('\u2060', '').length).toBeGreaterThan(
        cues.map(({ text }) => text.replaceAll('\u2060', '')).join('').length,
      );
    }
  });
});
