import { describe, expect, it } from 'vitest';
import { faultResult, withAddresses } from '#app/mcp/tool-result.ts';
import { filmWords } from '#app/mcp/tools/film-words.ts';
import { planWords } from '#app/mcp/tools/storyboard-words.ts';
import { type StatusView, statusView } from '#app/video/status-view.ts';
import { videoOf } from '#tests/support/videos.ts';

const SITE = { addressOf: (path: string) => `http://site${path}` };

const wordsOf = (view: Partial<StatusView>) => filmWords({ ...statusView(videoOf({})), ...view }, SITE);

describe('a film in words', () => {
  it('tells where it is to be had, and what to do next', () => {
    const ready = wordsOf({
      status: 'completed',
      videoUrl: '/media/v/film.mp4',
      durationMs: 64_000,
      title: 'Fox',
    });
    expect(ready).toMatch(/^“Fox” \(/);
    expect(ready).toContain('Film of 1:04: http://site/media/v/film.mp4');
    expect(ready).toContain('update_film');
    expect(wordsOf({ status: 'failed' })).toContain('Next: continue_film');
    expect(wordsOf({ status: 'script_generated', isHeld: true })).toContain(
      'Next: look at it with read_storyboard',
    );
    expect(wordsOf({ status: 'rendering', progress: 87, secondsLeft: 22 })).toContain(
      '87 %, about 22 s left.',
    );
  });

  it('tells what was got round, what is lacking and what was found', () => {
    const told = wordsOf({
      status: 'completed',
      note: { code: 'x', message: 'The music was left out.', hint: 'Choose another.' },
      attention: 2,
      checks: { state: 'found', found: 3 },
    });
    expect(told).toContain('The music was left out. Choose another.');
    expect(told).toContain('2 scenes lack');
    expect(told).toContain('3 things were found');
  });
});

describe('a plan in words', () => {
  const plan = {
    lines: [],
    staying: 3,
    film: false,
    sound: false,
    music: false,
    seconds: 0,
    cost: null,
    refusal: null,
  };

  it('tells line by line what would be made, for how much, and why it may not be', () => {
    expect(planWords(plan)).toContain('Nothing would be made');
    const told = planWords({
      ...plan,
      film: true,
      lines: [{ what: 'voice', sceneId: 'a', position: 1, reason: 'its words were changed' }],
      ...{ seconds: 3.2, cost: '$0.04', refusal: { message: 'Too dear.', hint: 'Ask the operator.' } },
    });
    expect(told.split('\n')).toEqual([
      '- Scene 2, voice: its words were changed',
      '- The film is put together anew.',
      '3 scenes stay as they are. It takes about 4 s and costs $0.04.',
      'It may not be made: Too dear. Ask the operator.',
    ]);
  });
});

describe('results', () => {
  it('have addresses that can be opened, wherever in them', () => {
    const answer = {
      videoUrl: '/media/a',
      url: '/b',
      page: '/c',
      list: [{ pageUrl: '/d' }],
      otherUrl: null,
      hourly: '/e',
    };
    expect(withAddresses(answer, SITE)).toEqual({
      ...{ videoUrl: 'http://site/media/a', url: 'http://site/b', page: '/c', otherUrl: null, hourly: '/e' },
      list: [{ pageUrl: 'http://site/d' }],
    });
  });

  it('say what is wrong in words and in parts', () => {
    const { isError, content, structuredContent } = faultResult({
      ...{ code: 'edit_conflict', detail: 'It was changed.', hint: 'Look at both.', retryable: true },
      errors: [
        { field: 'a', detail: 'wrong', hint: 'Mend it.' },
        { field: 'b', detail: 'wrong too' },
      ],
      parts: ['scene 1'],
    });
    expect(isError).toBe(true);
    expect(content).toEqual([
      {
        type: 'text',
        text: 'It was changed. Look at both.\n- a: wrong Mend it.\n- b: wrong too\nChanged meanwhile: scene 1.\n(edit_conflict; the same call may succeed later)',
      },
    ]);
    expect(structuredContent).toMatchObject({
      code: 'edit_conflict',
      message: 'It was changed.',
      hint: 'Look at both.',
    });
  });
});
