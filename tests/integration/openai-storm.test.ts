import pLimit from 'p-limit';
import { afterEach, expect, it } from 'vitest';
import { StoryError } from '../../jobs/domain/errors';
import type { CostCaps } from '../../jobs/money/caps';
import type { CallDependencies } from '../../jobs/providers/openai/call';
import { openAiIllustrator } from '../../jobs/providers/openai/illustrator';
import { moderate } from '../../jobs/providers/openai/moderator';
import { openAiScriptWriter } from '../../jobs/providers/openai/script-writer';
import { openAiSpeaker } from '../../jobs/providers/openai/speaker';
import { transcribe } from '../../jobs/providers/openai/transcriber';
import { mulberry32, randomFaults } from '../support/openai-server/fault-plan';
import { MemoryLedger } from '../support/openai-server/memory-ledger';
import { startOpenAiServer, type TestServer } from '../support/openai-server/server';
import { speakSyllables } from '../support/openai-server/syllable-voice';
import { testSettings } from '../support/openai-server/test-settings';
import { VirtualClock } from '../support/openai-server/virtual-clock';

const SOUND = speakSyllables('Fox number hundred woke up in the snow.', 1);

let server: TestServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

/** How often the queue runs a job again whose fault may pass. */
const JOB_ATTEMPTS = 3;

/** One video's work in the order of the pipeline; what is stored is not made again. */
async function makeVideo(baseUrl: string, index: number, dependencies: CallDependencies): Promise<void> {
  const settings = testSettings(baseUrl, null);
  const { signal } = new AbortController();
  const stored = new Map<string, unknown>();
  const once = async <T>(key: string, make: () => Promise<T>): Promise<T> => {
    if (!stored.has(key)) stored.set(key, await make());
    return stored.get(key) as T;
  };
  const story = `Fox number ${index} woke up in the snow. Then it went to sleep again.`;
  for (let attempt = 1; ; attempt++) {
    try {
      await once('check', () => moderate(settings.moderation, 'story', [story], dependencies, signal));
      const script = await once('script', () =>
        openAiScriptWriter(settings.script, dependencies).writeScript(
          { story, title: null, sceneCount: 2, language: 'en' },
          signal,
        ),
      );
      for (const [position, scene] of script.scenes.entries()) {
        const text = `${scene.narration} (${index})`;
        const speech = await once(`voice-${position}`, () =>
          openAiSpeaker(settings.speech, dependencies).speak({ text, voice: 'slt', language: 'en' }, signal),
        );
        await once(`words-${position}`, () =>
          transcribe(settings.transcribe, speech, 'en', dependencies, signal),
        );
      }
      await once('picture', () =>
        openAiIllustrator(settings.image, dependencies).drawPicture(
          { prompt: script.scenes[0]?.imagePrompt ?? '', style: 'neon', format: '1:1', seed: index },
          signal,
        ),
      );
      return;
    } catch (error) {
      if (!(error instanceof StoryError && error.retryable) || attempt === JOB_ATTEMPTS) throw error;
    }
  }
}

async function runVideos(count: number, faultShare: number, caps: CostCaps) {
  // One sound for all: speaking is not what is tried here.
  const started = await startOpenAiServer({ voice: () => SOUND });
  server = started;
  started.failBy(randomFaults(faultShare, 4711));
  const ledger = new MemoryLedger(caps);
  const random = mulberry32(99);
  const slots = pLimit(8);
  const clocks: VirtualClock[] = [];
  const outcomes = await Promise.allSettled(
    Array.from({ length: count }, (_, index) =>
      slots(() => {
        const clock = new VirtualClock();
        clocks.push(clock);
        return makeVideo(started.baseUrl, index, { clock, random, hooks: ledger.hooksFor(String(index)) });
      }),
    ),
  );
  return { started, ledger, outcomes, clocks };
}

it('300 videos with a fault in every fifth call complete, and none pays twice for a finished call', async () => {
  const { started, outcomes } = await runVideos(300, 0.2, { perVideoUsd: null, perDayUsd: null });
  const completed = outcomes.filter(({ status }) => status === 'fulfilled').length;
  const faults = started.calls.filter(({ fault }) => fault !== null).length;
  expect(faults / started.calls.length).toBeGreaterThan(0.17);
  expect(completed).toBeGreaterThanOrEqual(297);
  expect(started.calls.filter(({ paid }) => paid).length).toBeGreaterThan(completed * 7 * 0.997);
  // All videos have the same sound to be transcribed; every other input is a video’s own.
  const paidTwice = [...started.paidByInput()].filter(
    ([hash, times]) =>
      times > 1 && started.calls.find(({ inputHash }) => inputHash === hash)?.route !== 'transcriptions',
  );
  expect(paidTwice).toEqual([]);
});

it('no video passes its cap, nor do all together pass the day’s, with faults that may have been charged', async () => {
  const perVideoUsd = 0.16;
  const { ledger, outcomes } = await runVideos(50, 0.2, { perVideoUsd, perDayUsd: 1.5 });
  for (let index = 0; index < 50; index++)
    expect(ledger.spentOn(String(index))).toBeLessThanOrEqual(perVideoUsd);
  expect(ledger.total).toBeLessThanOrEqual(1.5);
  const codes = new Set(
    outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [(outcome.reason as StoryError).code] : [],
    ),
  );
  expect(codes).toContain('cost_cap_day');
});
