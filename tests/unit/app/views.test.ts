import { describe, expect, it } from 'vitest';
import { videoCardView } from '#app/library/video-card-view.ts';
import { clockLength, spokenLength } from '#app/shell/length-words.ts';
import { downloadsOf } from '#app/video/downloads.ts';
import { type StatusView, statusView } from '#app/video/status-view.ts';
import { stationOf } from '#app/video/status-words.ts';
import { videoPageView } from '#app/video/video-page-view.ts';
import { VIDEO_STATUSES, type VideoStatus } from '#jobs/story/film/status.ts';
import { fileStem } from '#jobs/story/handoff/file-stem.ts';
import { readyScene, sceneOf, shelvedVideo, videoOf } from '#tests/support/videos.ts';

const FAULT = { code: 'picture_failed', message: 'It broke.', hint: 'Try again.', retryable: true };

/** A video without a history. */
const UNTOLD = { history: [], earlier: [] };

const FILES = {
  filmKey: 'v/film.mp4',
  audioKey: 'v/audio.m4a',
  posterKey: 'v/poster.jpg',
  srtKey: 'v/captions.srt',
  vttKey: 'v/captions.vtt',
};

describe('the status of a video', () => {
  it('has exactly the fields of the contract, with paths of this site', () => {
    const video = videoOf({
      ...FILES,
      status: 'completed',
      durationMs: 4000,
      updatedAt: new Date('2026-01-01T00:03:00Z'),
      scenes: [readyScene(0)],
    });
    expect(statusView(video)).toEqual({
      id: video.id,
      title: 'The Fox',
      language: 'en',
      direction: 'ltr',
      captionLanguage: 'en',
      status: 'completed',
      progress: 100,
      stage: 'Video ready!',
      isHeld: false,
      secondsLeft: null,
      error: null,
      note: null,
      attention: 0,
      checks: { state: 'pending', found: 0 },
      createdAt: '2026-01-01T00:00:00.000Z',
      updatedAt: '2026-01-01T00:03:00.000Z',
      durationMs: 4000,
      videoUrl: '/media/v/film.mp4',
      audioUrl: '/media/v/audio.m4a',
      captionsUrl: '/media/v/captions.srt',
      vttUrl: '/media/v/captions.vtt',
      posterUrl: '/media/v/poster.jpg',
      family: [],
      storyboard: {
        scenes: [
          {
            position: 0,
            narration: 'This is sentence 0.',
            imageUrl: '/media/v/picture-0.jpg',
            audioUrl: '/media/v/voice-0.wav',
            durationMs: 2000,
            state: 'ready',
            note: null,
          },
        ],
      },
      cursor: '0',
      transitions: [],
    } satisfies StatusView);
  });

  it('tells in short whether the film was looked at', () => {
    const checksOf = (found?: number | null) =>
      statusView({ ...videoOf(FILES), ...(found !== undefined && { found }) }).checks;
    expect(checksOf(null)).toEqual({ state: 'pending', found: 0 });
    expect(checksOf(0)).toEqual({ state: 'passed', found: 0 });
    expect(checksOf(3)).toEqual({ state: 'found', found: 3 });
    expect(statusView(videoOf()).checks).toBeNull();
  });

  it('has null where nothing exists yet', () => {
    const view = statusView(videoOf({ status: 'pending', scenes: [] }));
    expect(view).toMatchObject({ progress: 5, videoUrl: null, posterUrl: null, storyboard: { scenes: [] } });
  });

  it('tells how far each scene is', () => {
    const scenes = [
      sceneOf(0),
      sceneOf(1, { voiceKey: 'v/voice.wav' }),
      readyScene(2),
      readyScene(3, { pictureKey: null, error: FAULT }),
    ];
    const view = statusView(videoOf({ scenes }));
    expect(view.storyboard.scenes.map(({ state }) => state)).toEqual([
      'waiting',
      'making',
      'ready',
      'attention',
    ]);
    expect(view.attention).toBe(1);
    // 5 of 8 assets exist or will not come: 20 + 40 * 5/8.
    expect(view.progress).toBe(45);
  });

  it('carries the fault of a failed video', () => {
    const view = statusView(videoOf({ status: 'failed', error: FAULT }));
    expect(view.error).toEqual(FAULT);
    expect(view.stage).toBe('Processing failed: It broke. Try again.');
  });
});

describe('the transitions of a video', () => {
  const entry = (id: string, from: VideoStatus | null, to: VideoStatus) => ({
    id,
    from,
    to,
    at: new Date('2026-01-01T00:00:00Z'),
    message: `Now ${to}.`,
  });
  const history = [
    entry('9', null, 'pending'),
    entry('10', 'pending', 'script_generated'),
    entry('101', 'script_generated', 'assets_generated'),
  ];
  const told = (since: string | null) => statusView(videoOf(), { ...UNTOLD, history, since });

  it('are all that came after the one last seen, by number, and the newest is the cursor', () => {
    expect(told('9').transitions).toEqual([
      {
        id: '10',
        from: 'pending',
        to: 'script_generated',
        message: 'Now script_generated.',
        at: '2026-01-01T00:00:00.000Z',
      },
      {
        id: '101',
        from: 'script_generated',
        to: 'assets_generated',
        message: 'Now assets_generated.',
        at: '2026-01-01T00:00:00.000Z',
      },
    ]);
    expect(told('0').transitions.map(({ id }) => id)).toEqual(['9', '10', '101']);
    expect([told('101').transitions, told('101').cursor]).toEqual([[], '101']);
  });

  it('are none where nobody says which was seen', () => {
    expect(told(null)).toMatchObject({ transitions: [], cursor: '101' });
  });
});

describe('the language of a film', () => {
  const hebrew = videoOf({ story: 'השועל ראה את הירח בבריכה ואמר שלום לצפרדע הזקנה.' });

  it('is told with its direction, on the page and on the card', () => {
    expect(statusView(hebrew)).toMatchObject({ language: 'he', direction: 'rtl' });
    const shelved = shelvedVideo({ opening: hebrew.story, options: hebrew.options });
    expect(videoCardView(shelved)).toMatchObject({ language: 'he', direction: 'rtl' });
    expect(videoPageView(hebrew, UNTOLD).languageName).toBe('Hebrew');
    const spanish = videoOf({ options: { ...videoOf().options, language: 'es-MX' } });
    expect(statusView(spanish)).toMatchObject({ language: 'es-MX', direction: 'ltr' });
    expect(videoPageView(spanish, UNTOLD).languageName).toBe('Mexican Spanish');
  });
});

describe('what was got round in a film', () => {
  it('is told with it', () => {
    const note = {
      code: 'own_music_unusable',
      message: 'No sound.',
      hint: 'Take another.',
      retryable: false,
    };
    expect(statusView(videoOf({ note })).note).toEqual({
      code: 'own_music_unusable',
      message: 'No sound.',
      hint: 'Take another.',
    });
  });
});

describe('a video on the home page', () => {
  it('shows its poster, or the first picture before there is one', () => {
    const pictureKey = 'v/picture-1.jpg';
    expect(videoCardView(shelvedVideo({ pictureKey })).imageUrl).toBe('/media/v/picture-1.jpg');
    expect(videoCardView(shelvedVideo({ pictureKey, ...FILES })).imageUrl).toBe('/media/v/poster.jpg');
    expect(videoCardView(shelvedVideo()).imageUrl).toBeNull();
  });

  it('never cuts a character in half', () => {
    expect(videoCardView(shelvedVideo({ opening: '🦊'.repeat(500) })).opening).toBe('🦊'.repeat(120));
  });
});

describe('downloads', () => {
  it('are named after the title', () => {
    const status = statusView(videoOf({ ...FILES, status: 'completed', title: 'Zoë’s Fox & the Moon!' }));
    expect(downloadsOf(status).map(({ label, url }) => [label, url])).toEqual([
      ['MP4', '/media/v/film.mp4?download=zoes-fox-the-moon.mp4'],
      ['SRT', '/media/v/captions.srt?download=zoes-fox-the-moon.srt'],
      ['VTT', '/media/v/captions.vtt?download=zoes-fox-the-moon.vtt'],
      ['Poster', '/media/v/poster.jpg?download=zoes-fox-the-moon-poster.jpg'],
    ]);
  });

  it('leave out what does not exist', () => {
    expect(downloadsOf(statusView(videoOf({ filmKey: 'v/film.mp4' })))).toHaveLength(1);
  });

  it.each([
    ['', 'storyshort'],
    ['!!!', 'storyshort'],
    ['../../etc/passwd', 'etc-passwd'],
    ['A'.repeat(90), 'a'.repeat(60)],
    ['狐狸', '狐狸'],
  ])('calls %j %s', (title, stem) => {
    expect(fileStem(title)).toBe(stem);
  });
});

describe('a film without a voice', () => {
  it('has no sound of a scene to play', () => {
    const video = videoOf({ scenes: [readyScene(0)] });
    const silent = { ...video, options: { ...video.options, voice: 'none' as const } };
    expect(statusView(video).storyboard.scenes[0]?.audioUrl).not.toBeNull();
    expect(statusView(silent).storyboard.scenes[0]).toMatchObject({ audioUrl: null, state: 'ready' });
  });
});

describe('the length of a film', () => {
  it.each([
    [0, '0 s', '0:00'],
    [48_400, '48 s', '0:48'],
    [59_600, '1 min', '1:00'],
    [65_000, '1 min 5 s', '1:05'],
  ])('says %d ms as %s', (ms, spoken, clock) => {
    expect(spokenLength(ms)).toBe(spoken);
    expect(clockLength(ms)).toBe(clock);
  });
});

describe('the stations of a film', () => {
  it('never go back along the way', () => {
    const way = ['pending', 'script_generated', 'assets_generated', 'rendering', 'completed'] as const;
    const stations = way.map((status) => stationOf(status) ?? -1);
    expect(stations).toEqual([...stations].sort((a, b) => a - b));
    expect(VIDEO_STATUSES.filter((status) => stationOf(status) === null)).toEqual(['failed', 'cancelled']);
  });
});
