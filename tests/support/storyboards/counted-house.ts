/**
 * Database, queue, files and engines that make everything in no time and count what they were asked: all of a house
 * but what takes long.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pLimit from 'p-limit';
import type { JobWithMetadata } from 'pg-boss';
import pino from 'pino';
import sharp from 'sharp';
import { type Db, openDb } from '#jobs/db/client.server.ts';
import { findVideo } from '#jobs/db/videos.server.ts';
import { Ledger } from '#jobs/ledger/ledger.server.ts';
import { planContext } from '#jobs/making/plan-context.server.ts';
import { WorkClock } from '#jobs/making/work-clock.ts';
import type { Workshop } from '#jobs/making/workshop.ts';
import type { Providers } from '#jobs/ports/engines.ts';
import { NO_ERRANDS } from '#jobs/ports/errands.ts';
import { FFMPEG_CLIPS } from '#jobs/render/ffmpeg/clips.server.ts';
import { FFMPEG_DECODER } from '#jobs/render/ffmpeg/decoder.server.ts';
import { encodeWav } from '#jobs/sound/audio/wav.ts';
import { LocalStorage } from '#jobs/storage/local.server.ts';
import { captionWords } from '#jobs/story/film/caption-words.ts';
import type { Video } from '#jobs/story/film/video.ts';
import { mixStored } from '#jobs/threads/mix-stored.server.ts';
import { runAttempt } from '#jobs/work/attempts/run-attempt.server.ts';
import { startBoss } from '#jobs/work/boss.server.ts';
import { type Backend, submitVideo } from '#jobs/work/commands.server.ts';
import { PROCESS_VIDEO, type ProcessVideo } from '#jobs/work/process-video.ts';
import { PAPER_RENDERER, PAPER_SIGNER } from '#tests/support/paper-renderer.ts';
import { draftOf } from '#tests/support/stories.ts';
import { createDatabase } from '#tests/support/test-database.ts';

/** What was made, by what it was made of: each narration that was spoken, each prompt with its seed, each stretch. */
export interface Asked {
  voices: string[];
  pictures: string[];
  stretches: string[];
}

export interface CountedHouse {
  backend: Backend;
  db: Db;
  storage: LocalStorage;
  workshop: Workshop;
  asked: Asked;
  /** Called before each picture is drawn, such as to hold it up or to edit in the midst of it. */
  beforePicture: (prompt: string, signal: AbortSignal) => Promise<void>;
  /** Sends a story of that many scenes. @returns the video's id */
  submit(scenes: number, options?: Record<string, unknown>): Promise<string>;
  /** Does the queue's jobs until none is left. */
  work(): Promise<void>;
  videoOf(id: string): Promise<Video>;
  close(): Promise<void>;
}

/** Hz: nobody listens. */
const RATE = 8000;
const WORD_MS = 60;

/**
 * @param databaseUrl a database with all tables; absent for a new one of the tests' own server
 * @param dataDir a folder whose `media` holds the files; absent for a new one. It is gone when the house is closed.
 */
export async function openCountedHouse(databaseUrl?: string, dataDir?: string): Promise<CountedHouse> {
  return openHouse(
    databaseUrl ?? (await createDatabase()),
    dataDir ?? (await mkdtemp(join(tmpdir(), 'storyshort-counted-'))),
  );
}

async function openHouse(databaseUrl: string, dataDir: string): Promise<CountedHouse> {
  const db = openDb(databaseUrl);
  const log = pino({ level: 'silent' });
  const boss = await startBoss(databaseUrl, 'sender', log);
  const storage = new LocalStorage(join(dataDir, 'media'));
  const asked: Asked = { voices: [], pictures: [], stretches: [] };
  const house = { beforePicture: async () => {} } as Pick<CountedHouse, 'beforePicture'>;
  const providers = countedEngines(asked, (prompt, signal) => house.beforePicture(prompt, signal));
  const renderer: Workshop['renderer'] = {
    ...PAPER_RENDERER,
    renderSegment: (props, ...rest) => {
      asked.stretches.push(props.scene.words.map(({ text }) => text).join(' '));
      return PAPER_RENDERER.renderSegment(props, ...rest);
    },
  };
  const workshop: Workshop = {
    ...{ db, storage, providers, renderer, log },
    ledger: new Ledger(db),
    tariff: null,
    tasks: { run: async (_kind, request) => mixStored(request as never) as never },
    decoder: FFMPEG_DECODER,
    clips: FFMPEG_CLIPS,
    signer: PAPER_SIGNER,
    assetUrl: async (key) => key,
    assetSlots: pLimit(4),
    drawingSlots: pLimit(1),
    renderSlots: pLimit(1),
    errandsOf: () => NO_ERRANDS,
    clock: new WorkClock(2),
  };
  const context = planContext(providers, renderer.version);
  const backend: Backend = {
    ...{ db, boss, storage },
    plan: async () => context,
    ownerId: null,
    money: { tariff: null, caps: { perVideoUsd: null, perDayUsd: null } },
  };
  const never = new AbortController().signal;
  return Object.assign(house, {
    ...{ backend, db, storage, workshop, asked },
    submit: async (scenes: number, options: Record<string, unknown> = {}) => {
      const story = Array.from({ length: scenes }, (_, at) => `Sentence ${at} is told.`).join(' ');
      const draft = draftOf(story, { music: 'none', ...options });
      return (await submitVideo(backend, draft, null)).videoId;
    },
    work: async () => {
      for (;;) {
        const [job] = await boss.fetch<ProcessVideo>(PROCESS_VIDEO, { includeMetadata: true });
        if (!job) return;
        await runAttempt(workshop, boss, { ...job, signal: never } as JobWithMetadata<ProcessVideo>, never);
        await boss.complete(PROCESS_VIDEO, job.id);
      }
    },
    videoOf: async (id: string) => {
      const video = await findVideo(db, id);
      if (!video) throw new Error('The video is gone.');
      return video;
    },
    close: async () => {
      await boss.stop({ graceful: false });
      await db.$disconnect();
      await rm(dataDir, { recursive: true, force: true });
    },
  });
}

/** A script of the story's sentences, a tone for each word, and a plain colour for each seed. */
function countedEngines(asked: Asked, beforePicture: CountedHouse['beforePicture']): Providers {
  const identity = (model: string) => ({ name: 'counted', model });
  return {
    script: {
      identity: identity('script'),
      writeScript: async ({ story }) => ({
        title: 'Counted',
        mood: 'calm',
        scenes: (story.match(/[^.]+\./g) ?? []).map((sentence, at) => ({
          narration: sentence.trim(),
          imagePrompt: `Picture ${at}.`,
        })),
      }),
    },
    speech: {
      identity: identity('speech'),
      speak: async ({ text }) => {
        asked.voices.push(text);
        const words = captionWords(text).map((word, at) => ({
          ...{ text: word, startMs: at * WORD_MS, endMs: (at + 1) * WORD_MS },
        }));
        const durationMs = words.length * WORD_MS;
        const tone = Float32Array.from(
          { length: (durationMs * RATE) / 1000 },
          (_, at) => Math.sin(at / 4) / 3,
        );
        return { audio: encodeWav({ sampleRate: RATE, channels: [tone] }), durationMs, words };
      },
    },
    pictures: {
      identity: identity('pictures'),
      drawPicture: async ({ prompt, seed }, signal) => {
        await beforePicture(prompt, signal);
        signal.throwIfAborted();
        asked.pictures.push(`${prompt} ${seed}`);
        const background = { r: seed % 256, g: (seed >> 8) % 256, b: prompt.length % 256 };
        const image = await sharp({ create: { width: 512, height: 512, channels: 3, background } })
          .png()
          .toBuffer();
        return { image, mimeType: 'image/png', width: 512, height: 512 };
      },
    },
    wordTimer: { timeWords: () => Promise.reject(new Error('Every voice tells its own times here.')) },
    music: {
      identity: identity('music'),
      composeBed: () => Promise.reject(new Error('Nobody asked for music.')),
    },
  };
}
