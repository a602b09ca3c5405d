import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Video } from '#jobs/story/film/video.ts';
import { editStoryboard } from '#jobs/story/storyboard/edit-storyboard.ts';
import { KEPT_PICTURES, keptHashes, unneededFiles } from '#jobs/story/storyboard/keepsakes.ts';
import { settleVideo } from '#jobs/story/storyboard/settle.ts';
import { type Storyboard, storyboardOf } from '#jobs/story/storyboard/storyboard.ts';
import { type Take, TakeShelf, takesOf } from '#jobs/story/storyboard/take.ts';
import { EditMaker, plainEdits } from '#tests/support/storyboards/chance-edits.ts';
import { CONTEXT, madeOf, madeVideo } from '#tests/support/storyboards/made-videos.ts';

const takesIn = (videos: readonly Video[]): Take[] => {
  const all = videos.flatMap(({ scenes }) => scenes.flatMap(takesOf));
  const isFirst = ({ kind, hash }: (typeof all)[number], at: number) =>
    all.findIndex((other) => other.kind === kind && other.hash === hash) === at;
  return all.filter(isFirst).map((take) => ({ ...take, at: new Date(0) }));
};

/** Films that were made one after the other, each of an edit of the one before. */
const histories = fc.array(plainEdits, { minLength: 1, maxLength: 12 }).map((edits) => {
  const films = [madeVideo(3)];
  for (const plain of edits) {
    const film = films.at(-1) as Video;
    const takes = takesIn(films);
    const editor = new EditMaker((id) => new TakeShelf(takes).picturesOf(id).map(({ hash }) => hash));
    try {
      const { after } = editStoryboard(storyboardOf(film), editor.editOf(plain, storyboardOf(film)));
      films.push(madeOf(settleVideo(film, after, new TakeShelf(takes), CONTEXT)));
    } catch {
      // What cannot be done is not part of the history.
    }
  }
  return films;
});

describe('what is kept', () => {
  it('is all that any storyboard in reach is made of: it is found as before', () => {
    fc.assert(
      fc.property(histories, fc.array(fc.nat({ max: 11 }), { maxLength: 4 }), (films, reach) => {
        const video = films.at(-1) as Video;
        const takes = takesIn(films);
        const boards: Storyboard[] = reach.map((at) => storyboardOf(films[at % films.length] as Video));
        const kept = keptHashes({ video, boards, films: [], music: [], sounds: [] }, takes, CONTEXT);
        const left = takes.filter(({ hash }) => kept.has(hash));
        for (const board of [storyboardOf(video), ...boards]) {
          expect(settleVideo(video, board, new TakeShelf(left), CONTEXT)).toEqual(
            settleVideo(video, board, new TakeShelf(takes), CONTEXT),
          );
        }
        const names = video.scenes.flatMap(({ voiceKey, pictureKey, segmentKey }) => [
          voiceKey,
          pictureKey,
          segmentKey,
        ]);
        const files = [...names, ...left.flatMap(({ made }) => Object.values(made))].filter(
          (name): name is string => typeof name === 'string',
        );
        expect(unneededFiles(files, kept)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('is nothing else, but the newest pictures of each scene', () => {
    const video = madeVideo(2);
    const [first = ''] = video.scenes.map(({ id }) => id);
    const films = [video];
    for (let seed = 0; seed < KEPT_PICTURES + 5; seed += 1) {
      const film = films.at(-1) as Video;
      const edit = { kind: 'draw-again', scene: first, seed: 1000 + seed, remark: null } as const;
      const { after } = editStoryboard(storyboardOf(film), edit);
      films.push(madeOf(settleVideo(film, after, new TakeShelf([]), CONTEXT)));
    }
    const takes = takesIn(films);
    const newest = films.at(-1) as Video;
    const kept = keptHashes(
      { video: newest, boards: [], films: ['f'.repeat(24)], music: [], sounds: [] },
      takes,
      CONTEXT,
    );
    const pictures = new TakeShelf(takes).picturesOf(first).map(({ hash }) => hash);
    expect(pictures.filter((hash) => kept.has(hash))).toHaveLength(KEPT_PICTURES);
    expect(pictures.slice(0, 5).some((hash) => kept.has(hash))).toBe(false);
    const stretches = takes.filter(({ kind }) => kind === 'segment');
    expect(stretches.filter(({ hash }) => kept.has(hash))).toHaveLength(2);
    expect(kept.has('f'.repeat(24))).toBe(true);
  });

  it('is an earlier picture that a board takes back, though nothing else tells of it', () => {
    const video = madeVideo(1);
    const board = storyboardOf(video);
    const hash = 'b'.repeat(24);
    const scenes = board.scenes.map((scene) => ({ ...scene, picture: { from: 'take' as const, hash } }));
    const kept = keptHashes(
      { video, boards: [{ ...board, scenes }], films: [], music: [], sounds: [] },
      [],
      CONTEXT,
    );
    expect(kept.has(hash)).toBe(true);
  });
});

describe('the sound of films', () => {
  const nameOf = (letter: string) => `v/sound-${letter.repeat(24)}.wav`;

  it('is kept of the film that is there and of those that are versions, and of no other', () => {
    const video = { ...madeVideo(1), audioKey: nameOf('a') };
    const sounds = [nameOf('a'), nameOf('b'), 'v/audio-old.wav'];
    const kept = keptHashes({ video, boards: [], films: [], music: [], sounds }, [], CONTEXT);
    expect(unneededFiles(['a', 'b', 'c'].map(nameOf), kept)).toEqual([nameOf('c')]);
  });
});

describe('files that nothing refers to', () => {
  const hash = 'a'.repeat(24);
  const other = 'b'.repeat(24);

  it('are those that were made and are not kept, with all that lies beside them', () => {
    const made = [
      ...['voice-%.wav', 'voice-%.json', 'picture-%.jpg', 'picture-%.layers.json', 'picture-%.layer-3.webp'],
      ...['picture-%.note.json', 'segment-%.ts', 'film-%.mp4', 'captions-%.srt', 'music-%.wav', 'clip-%.mp4'],
    ];
    const keys = (of: string) => made.map((name) => `v/${name.replace('%', of)}`);
    expect(unneededFiles([...keys(hash), ...keys(other)], new Set([hash]))).toEqual(keys(other));
  });

  it('are never what a person sent, the script, or what bears another name', () => {
    const keys = [`v/upload-${other}.jpg`, `v/own-music-${other}.mp3`, `v/script-${other}.json`];
    expect(
      unneededFiles([...keys, `v/passed-${other}.json`, 'v/notes.txt', 'v/voice-old.wav'], new Set()),
    ).toEqual([]);
  });
});
