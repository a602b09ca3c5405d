import { describe, expect, it } from 'vitest';
import { videoCardView } from '#app/library/video-card-view.ts';
import { clockLength, spokenLength } from '#app/shell/length-words.ts';
import { downloadsOf, fileStem } from '#app/video/downloads.ts';
import { type StatusView, statusView } from '#app/video/status-view.ts';
import { stationOf } from '#app/video/status-words.ts';
import { videoPageView } from '#app/video/video-page-view.ts';
import { VIDEO_STATUSES } from '#jobs/story/film/status.ts';
import { storyPropsSchema } from '#remotion/contract/story-props.ts';
import { readyScene, sceneOf, videoOf } from '#tests/support/videos.ts';

const FAULT = { code: 'picture_failed', message: 'It broke.', hint: 'Try again.', retryable: true };

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
      status: 'completed',
      progress: 100,
      stage: 'Video ready!',
      error: null,
      attention: 0,
      createdAt: '2026-01-01T00:00:00.000Z',
      updatedAt: '2026-01-01T00:03:00.000Z',
      durationMs: 4000,
      videoUrl: '/media/v/film.mp4',
      audioUrl: '/media/v/audio.m4a',
      captionsUrl: '/media/v/captions.srt',
      vttUrl: '/media/v/captions.vtt',
      posterUrl: '/media/v/poster.jpg',
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
    } satisfies StatusView);
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

describe('the preview', () => {
  it('is what the film’s contract asks for, with the site’s own addresses', () => {
    const { preview } = videoPageView(videoOf({ scenes: [readyScene(0), readyScene(1)] }), []);
    expect(storyPropsSchema.parse(preview)).toEqual(preview);
    expect(preview?.scenes[1]).toMatchObject({
      audioUrl: '/media/v/voice-1.wav',
      shot: { pictureUrl: '/media/v/picture-1.jpg', seed: 101 },
    });
  });

  it('gives way to the finished film', () => {
    const scenes = [readyScene(0)];
    expect(videoPageView(videoOf({ status: 'rendering', scenes }), []).preview).not.toBeNull();
    expect(videoPageView(videoOf({ status: 'completed', scenes }), []).preview).toBeNull();
  });
});

describe('a video on the home page', () => {
  it('shows its poster, or the first picture before there is one', () => {
    const scenes = [sceneOf(0), readyScene(1)];
    expect(videoCardView(videoOf({ scenes })).imageUrl).toBe('/media/v/picture-1.jpg');
    expect(videoCardView(videoOf({ scenes, ...FILES })).imageUrl).toBe('/media/v/poster.jpg');
    expect(videoCardView(videoOf()).imageUrl).toBeNull();
  });

  it('never cuts a character in half', () => {
    expect(videoCardView(videoOf({ story: '🦊'.repeat(500) })).opening).toBe('🦊'.repeat(120));
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
