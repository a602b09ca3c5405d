import { describe, expect, it } from 'vitest';
import type { Asked } from '#jobs/providers/openai/call/answer-faults.ts';
import {
  checkWrittenAnswer,
  scriptFromChat,
  scriptFromCuts,
} from '#jobs/providers/openai/script/script-reading.ts';
import type { CutAnswer, WrittenAnswer } from '#jobs/providers/openai/script/script-schema.ts';
import { storyUnits } from '#jobs/providers/openai/script/story-units.ts';
import { wordsFor } from '#jobs/story/budget/film-plan.ts';
import { chatScenes } from '#jobs/story/film/chat/chat-scenes.ts';
import { testSettings } from '#tests/support/openai-server/test-settings.ts';

const NO_ICON = () => null;
const HEAD: Omit<CutAnswer, 'scenes'> = {
  treatment: 'tale',
  title: 'Fox',
  mood: 'calm',
  style: { world: 'forest', palette: 'green', light: 'dawn' },
  cast: [],
};
const PICTURE = { kind: 'picture', text: '' } as const;
const STORY = Array.from({ length: 60 }, (_, at) => `The fox slept ${at} nights.`).join(' ');
const UNITS = storyUnits(STORY, 'en');
const asked: Asked = { capability: 'script', settings: testSettings('https://api.openai.com/v1').script };

/** The model's answer with a scene for every so many pieces. */
function cutsEvery(pieces: number): CutAnswer {
  const scenes = Array.from({ length: Math.ceil(UNITS.length / pieces) }, (_, at) => ({
    last: Math.min(UNITS.length, (at + 1) * pieces),
    picture: `picture ${at}`,
    characters: [],
    shownAs: PICTURE,
  }));
  return { ...HEAD, scenes };
}

describe('cuts of a story', () => {
  it.each([
    ['about as many as were wanted are the model’s', 4, 'model', 15],
    ['far too many are made even', 1, 'even', 14],
    ['far too few are made even', 30, 'even', 14],
  ] as const)('%s', (_, pieces, cuts, scenes) => {
    const script = scriptFromCuts(cutsEvery(pieces), STORY, UNITS, 14, NO_ICON);
    expect(script.cuts).toBe(cuts);
    expect(script.scenes).toHaveLength(scenes);
    expect(script.scenes.map(({ narration }) => narration).join(' ')).toBe(STORY);
  });
});

describe('the forms of scenes', () => {
  it('are those that the model means, with words of the scene alone', () => {
    const answer = cutsEvery(4);
    const shown = answer.scenes.map((scene, at) => ({
      ...scene,
      shownAs: { kind: 'words', text: at === 0 ? 'slept 2 nights' : 'slept 2000 nights' } as const,
    }));
    const { scenes } = scriptFromCuts({ ...answer, scenes: shown }, STORY, UNITS, 14, NO_ICON);
    expect(scenes[0]?.form).toEqual({ kind: 'words', stress: 'slept 2 nights' });
    expect(scenes[1]?.form).toEqual({ kind: 'words' });
    expect(scriptFromCuts(answer, STORY, UNITS, 14, NO_ICON).scenes[0]).not.toHaveProperty('form');
  });
});

describe('a story in text messages', () => {
  const chat = chatScenes(
    'Mum: Where are you?\nMe: At the station.\nMum: Which one?\nNobody wrote for an hour.\nMe: The old one.',
  );

  it('keeps its messages, with the model’s title and what it saw between them', () => {
    const answer: CutAnswer = {
      ...HEAD,
      treatment: 'confession',
      scenes: chat.map((_, at) => ({
        last: at + 1,
        picture: `picture ${at}`,
        characters: [],
        shownAs: PICTURE,
      })),
    };
    const { scenes, treatment } = scriptFromChat(answer, chat, NO_ICON);
    expect(treatment).toBe('chat');
    expect(scenes.map(({ narration }) => narration)).toEqual(chat.map(({ narration }) => narration));
    expect(scenes.map(({ form }) => form)).toEqual(chat.map(({ form }) => form));
    const between = chat.findIndex(({ form }) => !form);
    expect(between).toBeGreaterThan(0);
    expect(scenes[between]).toMatchObject({ picture: `picture ${between}` });
    expect(scenes[between]).not.toHaveProperty('form');
  });

  it('takes the last scene that the model told for what it left out', () => {
    const scene = { last: 1, picture: 'picture 0', characters: [], shownAs: PICTURE };
    const { scenes } = scriptFromChat({ ...HEAD, scenes: [scene] }, chat, NO_ICON);
    expect(scenes.map(({ picture }) => picture)).toEqual(chat.map(() => 'picture 0'));
  });
});

describe('a film that the model wrote', () => {
  const written = (scenes: number): WrittenAnswer => ({
    ...HEAD,
    scenes: Array.from({ length: scenes }, (_, at) => ({
      narration: 'word '.repeat(Math.ceil(wordsFor(60) / scenes)),
      picture: `picture ${at}`,
      characters: [],
      shownAs: PICTURE,
    })),
  });
  const check = (scenes: number) =>
    checkWrittenAnswer(written(scenes), { targetSeconds: 60, sceneCount: 11 }, asked);

  it('has about as many scenes as were wanted, or is asked for again', () => {
    expect(() => check(11)).not.toThrow();
    expect(() => check(6)).not.toThrow();
    for (const scenes of [2, 40]) {
      expect(() => check(scenes)).toThrowError(
        expect.objectContaining({ code: 'script_unusable', retryable: true }),
      );
    }
  });
});
