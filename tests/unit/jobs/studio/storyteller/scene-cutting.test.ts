import { describe, expect, it } from 'vitest';
import { readSilently } from '#jobs/making/scene-voice.ts';
import type { Speed } from '#jobs/story/order/options.ts';
import { SAMPLE_STORIES } from '#jobs/story/order/sample-stories.ts';
import { bestCut } from '#jobs/studio/storyteller/clauses.ts';
import { isQuoting, quotationDepths } from '#jobs/studio/storyteller/quotations.ts';
import { narrationsOf } from '#jobs/studio/storyteller/scene-cutting.ts';
import { sentencesOf } from '#jobs/studio/storyteller/sentences.ts';
import { STORIES_BY_LANGUAGE } from '#tests/support/stories-by-language.ts';
import { TOLD_IN } from './told-in';

const ALL: [language: string, story: string][] = [
  ...Object.entries(STORIES_BY_LANGUAGE),
  ...Object.entries(TOLD_IN),
  ...SAMPLE_STORIES.map(({ story }): [string, string] => ['en', story]),
];
const bare = (text: string) => text.replace(/\s+/g, '');

describe.each(ALL)('a story in %s', (language, story) => {
  const narrations = narrationsOf(story, null, language);

  it('is cut without losing a character', () => {
    for (const wanted of [null, 2, 5, 9]) {
      expect(bare(narrationsOf(story, wanted, language).join(' '))).toBe(bare(story));
    }
  });

  it('never leaves an opening mark behind or a closing one to the next scene', () => {
    // A guillemet may be either.
    for (const narration of [...narrations, ...narrationsOf(story, 9, language)]) {
      expect(narration).not.toMatch(/[「『（《〈“(¿¡]\s*$/u);
      expect(narration).not.toMatch(/^[」』）》〉”)。、，！？।؟,.!?]/u);
    }
  });

  it('is not cut inside what somebody says', () => {
    for (const narration of narrations) expect(isQuoting(narration), narration).toBe(false);
  });

  it.each(['slow', 'normal'] satisfies Speed[])('has scenes of 2 s to 12 s, read at %s pace', (speed) => {
    for (const narration of narrations) {
      const { durationMs } = readSilently(narration, speed);
      expect(durationMs, narration).toBeGreaterThanOrEqual(2000);
      expect(durationMs, narration).toBeLessThanOrEqual(12_000);
    }
  });
});

describe('what is said and who says it', () => {
  it.each([
    ['ja', '「今日はとても静かだね。」と母が言いました。'],
    ['ja', '太郎は「うん。でも、風のにおいが変わったよ。何かが来る！」と答えて、'],
    ['zh-Hans', '“你从哪里来？”鹦鹉问道。'],
    ['ko', '누가 불을 켜나요?" 손녀가 물었습니다.'],
    ['th', 'เมื่อไหร่จะถึงบ้านล่ะ” กระต่ายถาม'],
    ['th', 'เต่ายิ้มแล้วตอบว่า “ข้า'],
    ['ar', '“وهل تعود كل مرة؟” سألت زوجته.'],
    ['hi', 'पीछे जाता है!” माँ ने कहा।'],
    ['he', 'חכה לי!" קראה אחותו.'],
    ['de', '»Warte! Geh nicht fort«, rief die Frau.'],
  ] satisfies [keyof typeof TOLD_IN, string][])('stay in one scene: %s', (language, said) => {
    const narrations = narrationsOf(TOLD_IN[language], null, language);
    expect(narrations.some((narration) => narration.includes(said))).toBe(true);
  });

  it('are not taken for one where another person begins to speak', () => {
    const sentences = sentencesOf(TOLD_IN['zh-Hans'], 'zh-Hans').map(({ start, end }) =>
      TOLD_IN['zh-Hans'].slice(start, end),
    );
    expect(sentences).toContain('小和尚问：“师父，外面的世界是什么样子的？”');
  });
});

describe('places to cut', () => {
  it('are between phrases in Thai, never inside a word', () => {
    const phrases = new Set(TOLD_IN.th.split(' '));
    for (const narration of narrationsOf(TOLD_IN.th, null, 'th')) {
      for (const phrase of narration.split(' ')) expect(phrases).toContain(phrase);
    }
  });

  it.each([
    ['es', 'El viejo faro era tan alto y tan blanco porque nadie lo había olvidado', /^porque /u],
    ['hi', 'मीना पहाड़ों की ओर चल पड़ी क्योंकि वह चाँद से मिलना चाहती थी', /^क्योंकि /u],
    ['ru', 'Старый рыбак никогда не боялся моря потому что море знало его', /^потому /u],
    ['th', 'กระต่ายตัวน้อยวิ่งเร็วมากแต่เต่าไม่เคยหยุดเดินเลย', /^แต่/u],
  ])('are before a conjunction in %s', (language, sentence, second) => {
    expect(sentence.slice(bestCut(sentence, language) ?? 0)).toMatch(second);
  });

  it('are never inside a number', () => {
    const cut = bestCut('It cost 1,250,000 and no more', 'en') ?? 0;
    expect('It cost 1,250,000 and no more'.slice(cut)).not.toMatch(/^\d/u);
  });

  it('are at the author’s marks alone where nobody asked for more scenes', () => {
    expect(bestCut('a path went on and on and nobody knew where it would end', 'en', 'at-marks')).toBeNull();
  });
});

describe('quotations', () => {
  it.each([
    ['She said “go', true],
    ['»Geh!« rief sie', false],
    ['„Geh!“ rief sie', false],
    ['”Gå!” ropade hon', false],
    ['”Gå! ropade hon', true],
    ['«Va!» dit-elle', false],
    ['The board was 5\'10" long', false],
    ['צה"ל בא', false],
    ['彼は『「はい」と言え', true],
    ['(an aside', true],
  ])('%s', (text, open) => expect(isQuoting(text)).toBe(open));

  it('lie one in another', () => {
    expect([...quotationDepths('「『あ』」')]).toEqual([0, 1, 2, 2, 1, 0]);
  });
});
