import { describe, expect, it } from 'vitest';
import { ENGLISH } from '#app/language/spoken-words.ts';
import { createTranslated } from '#app/language/translated-words.ts';
import { firstCursor } from '#app/video/live/first-cursor.ts';
import { progressDetail, progressWords, tabTitle, timeLeftWords } from '#app/video/live/progress-words.ts';
import { SeenTransitions, type TabStorage } from '#app/video/live/seen-transitions.ts';
import { toastWords } from '#app/video/live/toast-words.ts';
import { statusView, type TransitionView } from '#app/video/status-view.ts';
import { VIDEO_STATUSES, type VideoStatus } from '#jobs/story/film/status.ts';
import { readyScene, sceneOf, videoOf } from '#tests/support/videos.ts';

function tabStorage(): TabStorage & { entries: Map<string, string> } {
  const entries = new Map<string, string>();
  return {
    entries,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => entries.set(key, value),
  };
}

describe('what a tab has told of', () => {
  it('is told of once, also after a reload', () => {
    const storage = tabStorage();
    const tab = new SeenTransitions(() => storage);
    expect([tab.see('v', '9'), tab.see('v', '10'), tab.see('v', '9'), tab.see('v', '10')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    const reloaded = new SeenTransitions(() => storage);
    expect([reloaded.last('v'), reloaded.see('v', '10'), reloaded.see('v', '11')]).toEqual([
      '10',
      false,
      true,
    ]);
    expect(new SeenTransitions(tabStorage).last('v')).toBeNull();
  });

  it('begins where the page says, once', () => {
    const tab = new SeenTransitions(tabStorage);
    tab.begin('v', '4');
    tab.begin('v', '0');
    expect([tab.last('v'), tab.see('v', '4'), tab.see('v', '5')]).toEqual(['4', false, true]);
  });

  it('is each video’s own', () => {
    const storage = tabStorage();
    const tab = new SeenTransitions(() => storage);
    tab.see('v', '9');
    expect([tab.last('w'), tab.see('w', '3')]).toEqual([null, true]);
  });

  it('is known to the page where the tab’s storage is forbidden or holds something else', () => {
    const tab = new SeenTransitions(() => {
      throw new DOMException('forbidden', 'SecurityError');
    });
    expect([tab.see('v', '9'), tab.see('v', '9')]).toEqual([true, false]);
    const spoilt = new SeenTransitions(() => ({ getItem: () => 'moon', setItem: () => {} }));
    expect(spoilt.last('v')).toBeNull();
  });
});

describe('a tab that meets a video for the first time', () => {
  const now = new Date('2026-01-01T00:10:00Z');
  const history = (secondsAgo: number) => [
    { id: '4', at: new Date(now.getTime() - secondsAgo * 1000) },
    { id: '7', at: now },
  ];

  it('tells of everything where it has only just begun, and else of what comes', () => {
    expect(firstCursor(history(2), now)).toBe('0');
    expect(firstCursor(history(60), now)).toBe('7');
    expect(firstCursor([], now)).toBe('0');
  });
});

describe('the words of a page', () => {
  const view = (status: VideoStatus, error: string | null = null) =>
    statusView(
      videoOf({
        status,
        scenes: [readyScene(0), sceneOf(1, { voiceKey: 'v' }), sceneOf(2)],
        error: error === null ? null : { code: 'x', message: error, hint: 'Wait.', retryable: true },
      }),
    );

  it('are never those of the house', () => {
    for (const status of VIDEO_STATUSES)
      for (const error of [null, 'The voice is away.'])
        expect(progressWords(view(status, error), ENGLISH)).not.toMatch(/asset|validat|render|process/i);
  });

  it('say of a disk that is waited for what to do, wherever the film stands', () => {
    const fault = { code: 'disk_full', message: 'The disk is full.', hint: 'Make room.', retryable: true };
    for (const status of ['pending', 'assets_missing', 'assets_generated', 'rendering'] as const)
      expect(progressWords({ status, error: fault }, ENGLISH)).toBe('The disk is full. Make room.');
    expect(progressWords({ status: 'rendering', error: { ...fault, code: 'x' } }, ENGLISH)).toBe(
      'Drawing the film…',
    );
  });

  it('count what is done', () => {
    const made = view('script_generated');
    expect(progressWords(made, ENGLISH)).toBe('Making voices and pictures…');
    expect(progressDetail(made, ENGLISH)).toBe('1 of 3 scenes ready');
    expect(progressDetail({ ...made, secondsLeft: 36 }, ENGLISH)).toBe(
      '1 of 3 scenes ready, about 40 s left',
    );
    expect(progressDetail({ ...view('rendering'), secondsLeft: 36 }, ENGLISH)).toBe('about 40 s left');
    expect(progressDetail(view('rendering'), ENGLISH)).toBe('');
    expect(view('script_generated').stage).toBe('Generating assets… (1 of 3 scenes ready)');
  });

  it.each([
    [null, null],
    [0, 'a few seconds left'],
    [7.9, 'a few seconds left'],
    [36, 'about 40 s left'],
    [57, 'about 60 s left'],
    [61, 'about 1 min left'],
    [140, 'about 2 min left'],
    [7200, 'about 2 h left'],
  ])('say %s seconds as %s', (seconds, words) => {
    expect(timeLeftWords(seconds, ENGLISH)).toBe(words);
  });

  it('name a tab with the percent while the film is made', () => {
    const fox = { title: 'The Fox', progress: 87 };
    expect(tabTitle({ ...fox, status: 'rendering' }, ENGLISH)).toBe('87% · The Fox · StoryShort');
    expect(tabTitle({ ...fox, status: 'completed' }, ENGLISH)).toBe('The Fox · StoryShort');
    expect(tabTitle({ ...fox, status: 'failed', title: '' }, ENGLISH)).toBe('Untitled story · StoryShort');
  });
});

describe('a toast', () => {
  const told = (to: VideoStatus, message: string): TransitionView => ({
    id: '1',
    from: null,
    to,
    message,
    at: '',
  });

  it('says at the end what else there is to say', () => {
    expect(toastWords(told('completed', 'The film is ready.'), null, ENGLISH)).toEqual({
      tone: 'success',
      title: 'Video ready!',
      detail: null,
    });
    const noted = 'The film is ready. Your music file has no sound in it.';
    expect(toastWords(told('completed', noted), null, ENGLISH).detail).toBe(noted);
  });

  it('says of a failure what to do', () => {
    expect(toastWords(told('failed', 'The disk is full.'), 'Free some room.', ENGLISH)).toEqual({
      tone: 'error',
      title: 'The disk is full.',
      detail: 'Free some room.',
    });
  });

  it('speaks the language of the page', () => {
    const german = createTranslated('de', {
      'Video ready!': 'Das Video ist fertig!',
      'The film is ready.': 'Der Film ist fertig.',
      'The {{0}} is full.': '{{0}} ist voll.',
      disk: 'Die Platte',
    });
    expect(toastWords(told('completed', 'The film is ready. It has no music.'), null, german)).toEqual({
      tone: 'success',
      title: 'Das Video ist fertig!',
      detail: 'Der Film ist fertig. It has no music.',
    });
    expect(toastWords(told('failed', 'The disk is full.'), null, german).title).toBe('Die Platte ist voll.');
  });
});
