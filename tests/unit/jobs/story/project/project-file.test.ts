import { describe, expect, it } from 'vitest';
import { lostWords } from '#jobs/story/project/lost.ts';
import { NewNames } from '#jobs/story/project/new-names.ts';
import { Packing } from '#jobs/story/project/packing.ts';
import { readProject } from '#jobs/story/project/project-file.ts';
import { projectOf } from '#jobs/story/project/project-of.ts';
import { readUploadName } from '#jobs/story/project/uploads.ts';
import { TakeShelf } from '#jobs/story/storyboard/take.ts';
import { filesOf, madeVideo } from '#tests/support/handoff/made-video.ts';
import { testContext } from '#tests/support/handoff/test-context.ts';

const video = madeVideo(testContext);
const { project, names } = projectOf({
  ...{ video, draft: null, versions: [], takes: new TakeShelf([]), origins: new Map() },
  stored: new Map(filesOf(video).map((name) => [name, 10])),
  ...{ context: testContext, now: new Date(0), mostBytes: 10_000 },
});
const digest = { bytes: 10, sha256: 'a'.repeat(64) };
const whole = { ...project, files: Object.fromEntries(names.map((name) => [`assets/${name}`, digest])) };

/** The description, changed as text: what no program of ours would write. */
function changed(change: (text: string) => string) {
  return readProject(change(JSON.stringify(whole)));
}

describe('a project’s description', () => {
  it('is read as it was written', () => {
    expect(readProject(JSON.stringify(whole))).toEqual(JSON.parse(JSON.stringify(whole)));
  });

  it('of a newer StoryShort says so, whatever else is in it', () => {
    expect(readProject('{"format":"storyshort-project","version":2,"new":[]}')).toEqual({
      ...{ kind: 'newer', version: 2 },
    });
  });

  const [asset = ''] = names;
  it.each([
    ['no JSON', () => 'PK'],
    ['another JSON', () => '{"name":"package","version":"1.0.0"}'],
    ['a list', () => '[]'],
    ['a list in a list without end', () => '['.repeat(200_000)],
    ['an older version than there ever was', (text: string) => text.replace('"version":1', '"version":0')],
    [
      'a path out of the zip',
      (text: string) => text.replaceAll(`assets/${asset}`, 'assets/../../etc/passwd'),
    ],
    ['an absolute path', (text: string) => text.replaceAll(`assets/${asset}`, '/etc/passwd')],
    [
      'a path of another video',
      (text: string) => text.replaceAll(`assets/${asset}`, `assets/${video.id}/x.wav`),
    ],
    ['a hidden file', (text: string) => text.replaceAll(`assets/${asset}`, 'assets/.ssh')],
    ['a name that is no hash', (text: string) => text.replaceAll(video.filmHash ?? '', '../../film')],
    ['a character that no database keeps', (text: string) => text.replace('This is a story.', 'a\\u0000b')],
    ['half a character', (text: string) => text.replace('This is a story.', '\\ud800')],
    [
      'a scene that lasts for ever',
      (text: string) => text.replaceAll('"durationMs":2000', '"durationMs":1e12'),
    ],
    ['a scene without what it holds', (text: string) => text.replace('"holdings":[', '"holdings":[null,')],
    [
      'one scene twice',
      (text: string) => text.replaceAll(video.scenes[1]?.id ?? '', video.scenes[0]?.id ?? ''),
    ],
    ['a style that there is not', (text: string) => text.replaceAll('"papercut"', '"cubism"')],
    ['an endless story', (text: string) => text.replace('This is a story.', 'a'.repeat(10_001))],
  ])('is refused with %s', (_what, change) => {
    expect(changed(change)).toEqual({ kind: 'foreign' });
  });
});

describe('what goes along', () => {
  it('is whole or not at all, and no more than there is room for', () => {
    const packing = new Packing(
      'v',
      new Map([
        ['a.wav', 40],
        ['b.jpg', 40],
        ['c.mp4', 40],
      ]),
      100,
    );
    expect(packing.pack(['v/a.wav', 'v/gone.wav'])).toBe(false);
    expect(packing.names()).toEqual([]);
    expect(packing.packIfRoom(['v/a.wav', 'v/b.jpg'])).toBe(true);
    expect(packing.packIfRoom(['v/b.jpg', 'v/c.mp4'])).toBe(false);
    expect(packing.packIfRoom(['v/a.wav'])).toBe(true);
    expect(packing.pack(['v/c.mp4'])).toBe(true);
    expect(packing.names()).toEqual(['a.wav', 'b.jpg', 'c.mp4']);
  });
});

describe('names in a new home', () => {
  it('stand for one file each', () => {
    const keys = new NewNames('v');
    expect(keys.keyFor('assets/1.wav', ['voice-a', 'voice-b'])).toBe('v/voice-a.wav');
    expect(keys.keyFor('assets/1.wav', ['voice-c'])).toBe('v/voice-a.wav');
    expect(keys.keyFor('assets/2.wav', ['voice-a', 'voice-b'])).toBe('v/voice-b.wav');
    expect(keys.keyFor('assets/3.wav', ['voice-a', 'voice-b'])).toBe('v/voice-a-2.wav');
    expect(keys.all().size).toBe(3);
  });
});

it('tells uploads by their names', () => {
  const hash = '0123456789abcdef01234567';
  expect(readUploadName(`upload-${hash}.webm`)).toEqual({ hash, isMusic: false, ending: 'webm' });
  expect(readUploadName(`own-music-${hash}.mp3`)).toEqual({ hash, isMusic: true, ending: 'mp3' });
  for (const name of [`upload-${hash}`, 'upload-1.mp4', `x/upload-${hash}.mp4`, `voice-${hash}.wav`]) {
    expect(readUploadName(name)).toBeNull();
  }
});

it('tells at most six things that were lost', () => {
  const lost = Array.from({ length: 9 }, (_, position) => ({ what: 'voice' as const, position }));
  expect(lostWords(lost)).toMatch(/the voice of scene 6 and 3 more\.$/);
  expect(lostWords([])).toBe('');
});
