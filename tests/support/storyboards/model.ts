/**
 * What storyboards and films are to be, as simply as it can be said: whole copies instead of patches, and texts that
 * say what each thing is made of instead of hashes. Knows nothing of the domain but its values.
 */
import type { Edit } from '#jobs/story/storyboard/edit.ts';
import type { BoardScene, Storyboard } from '#jobs/story/storyboard/storyboard.ts';

const copy = <T>(value: T): T => structuredClone(value);

/** The storyboard after an edit; null where that cannot be. Narrations are words with single spaces between them. */
export function modelEdit(before: Storyboard, edit: Edit): Storyboard | null {
  const board = copy(before);
  const at = 'scene' in edit ? board.scenes.findIndex(({ id }) => id === edit.scene) : -1;
  const scene = board.scenes[at];
  if ('scene' in edit && !scene) return null;
  const put = (behind: string | null, added: BoardScene) => {
    const place = behind === null ? 0 : board.scenes.findIndex(({ id }) => id === behind) + 1;
    if (behind !== null && place === 0) return null;
    board.scenes.splice(place, 0, added);
    return board;
  };
  switch (edit.kind) {
    case 'set-scene':
      Object.assign(scene as BoardScene, edit.change);
      return board;
    case 'add-scene': {
      const { id, narration, imagePrompt, seed } = edit;
      const bare = {
        reading: null,
        captions: null,
        sayAs: [],
        pauseMs: 0,
        voice: null,
        quoteVoice: null,
        recording: null,
      };
      return put(edit.after, {
        ...{ id, narration, imagePrompt, seed, ...bare },
        ...{ picture: { from: 'drawn' }, remark: null },
      });
    }
    case 'remove-scene':
      if (board.scenes.length === 1) return null;
      board.scenes.splice(at, 1);
      return board;
    case 'duplicate-scene':
      return put(edit.scene, { ...copy(scene as BoardScene), id: edit.id });
    case 'move-scene':
      if (edit.after === edit.scene) return board;
      board.scenes.splice(at, 1);
      return put(edit.after, scene as BoardScene);
    case 'split-scene': {
      const words = scene?.narration.split(' ') ?? [];
      if (!scene || edit.atWord >= words.length) return null;
      const second = { ...copy(scene), id: edit.id, narration: words.slice(edit.atWord).join(' ') };
      scene.narration = words.slice(0, edit.atWord).join(' ');
      scene.pauseMs = 0;
      const shown = scene.captions?.split(' ');
      const cut = shown && Math.round((shown.length * edit.atWord) / words.length);
      scene.captions = shown?.slice(0, cut).join(' ') || null;
      second.captions = shown?.slice(cut).join(' ') || null;
      return put(scene.id, second);
    }
    case 'merge-scenes': {
      const next = board.scenes[at + 1];
      if (!scene || !next) return null;
      if (scene.captions !== null || next.captions !== null) {
        scene.captions = `${scene.captions ?? scene.narration} ${next.captions ?? next.narration}`;
      }
      scene.narration = `${scene.narration} ${next.narration}`;
      if (scene.narration.length > 1000) return null;
      scene.sayAs = [...scene.sayAs, ...next.sayAs].slice(0, 20);
      scene.pauseMs = next.pauseMs;
      board.scenes.splice(at + 1, 1);
      return board;
    }
    case 'draw-again':
      Object.assign(scene as BoardScene, {
        ...{ seed: edit.seed, remark: edit.remark, picture: { from: 'drawn' } },
      });
      return board;
    case 'set-film':
      if (edit.title !== undefined) board.title = edit.title;
      Object.assign(board.options, edit.options);
      return board;
  }
}

/** Which parts of a storyboard are others in another one: of scenes that came or went, the scene. */
export function modelParts(before: Storyboard, after: Storyboard): string[] {
  const differing = (prefix: string, a: object, b: object) => {
    const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    const text = (value: object, name: string) => JSON.stringify((value as Record<string, unknown>)[name]);
    return names.filter((name) => text(a, name) !== text(b, name)).map((name) => `${prefix}${name}`);
  };
  const ids = [...new Set([...before.scenes, ...after.scenes].map(({ id }) => id))];
  const sceneOf = (board: Storyboard, id: string) => board.scenes.find((scene) => scene.id === id);
  return [
    ...differing('', { title: before.title }, { title: after.title }),
    ...differing('options.', before.options, after.options),
    ...ids.flatMap((id) => {
      const [old, now] = [sceneOf(before, id), sceneOf(after, id)];
      return old && now ? differing(`${id}.`, old, now) : [id];
    }),
  ];
}

/** What a storyboard's film consists of, each as a text that says all that it is made of. */
export interface ModelFilm {
  voices: string[];
  pictures: string[];
  stretches: string[];
}

/** @param nameOf what an earlier picture was made of, by its hash */
export function modelFilm(
  { title, options, scenes }: Storyboard,
  nameOf: (hash: string) => string,
): ModelFilm {
  const voices = scenes.map(({ narration, sayAs, voice }) =>
    voice?.voice === 'none'
      ? JSON.stringify(['silent', narration, sayAs, options.speed])
      : JSON.stringify([narration, sayAs, options.speed]),
  );
  const pictures = scenes.map(({ picture, imagePrompt, seed, remark }) => {
    if (picture.from === 'none') return '';
    if (picture.from === 'take') return nameOf(picture.hash);
    return JSON.stringify([imagePrompt, seed, remark, options.style, options.format]);
  });
  // Words in a picture's place have the colours of the style.
  const shots = scenes.map(({ seed }, at) => [pictures[at] || ['words', options.style], seed]);
  const stretches = scenes.map(({ narration, captions, pauseMs }, at) =>
    JSON.stringify([
      ...[voices[at], captions ?? narration, pauseMs, shots[at], options.captions, options.format],
      ...[
        at > 0 && (options.transition ?? 'fade') !== 'cut' ? shots[at - 1] : null,
        options.transition ?? 'fade',
        options.encoding,
      ],
      ...[at === 0 && options.titleCard !== 'off' ? title : null, at === 0, at === scenes.length - 1],
    ]),
  );
  return { voices, pictures: pictures.filter((picture) => picture !== ''), stretches };
}
