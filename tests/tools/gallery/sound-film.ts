/** A story's sound as its film has it: voice, scenes' lengths, music and mix by the pipeline's own modules. */
import { createHash } from 'node:crypto';
import { readSilently, type Voice as SceneVoice, voiceOf } from '#jobs/making/scene-voice.ts';
import type { TaskRunner } from '#jobs/ports/task-runner.ts';
import {
  duckBed,
  FILM_SAMPLE_RATE,
  type FilmMix,
  layBed,
  mixFilm,
  placeVoices,
  type SceneSound,
} from '#jobs/sound/audio/mix.ts';

import { MUSIC_MOODS, type MusicMood, type Speed } from '#jobs/story/order/options.ts';
import { SPEED_FACTORS, VOICES, type Voice } from '#jobs/story/order/voices.ts';
import type { ThreadTasks } from '#jobs/work/thread-tasks.ts';
import type { Word } from '#remotion/contract/story-props.ts';
import { framesToMs, storyTimeline } from '#remotion/contract/timing.ts';
import type { GalleryStory } from './story';

/** Where a scene lies in the film, and its words on the film's clock, ms. */
export interface SoundScene {
  narration: string;
  startMs: number;
  durationMs: number;
  words: Word[];
}

export interface SoundFilm {
  story: GalleryStory;
  mood: MusicMood;
  /** Null for a film that nobody speaks. */
  voice: Voice | null;
  scenes: SoundScene[];
  mix: FilmMix;
  /** The mix, left and right. */
  channels: Float32Array[];
  /** The voice alone, at its place, and the music alone, before and after it steps back; 48 kHz. */
  speech: Float32Array;
  music: Float32Array[];
  under: Float32Array[];
  durationMs: number;
  /** Wall time, ms. */
  took: { speakMs: number; composeMs: number; mixMs: number };
}

/** The voice of a gallery story: each in turn, nobody for what the built-in voices do not speak. */
export function voiceFor(story: GalleryStory, index: number): Voice | null {
  return story.language === 'en' ? (VOICES[index % VOICES.length] ?? 'slt') : null;
}

/** Speaks one scene by the built-in voice, or times it for reading. */
export async function speakScene(
  threads: TaskRunner<ThreadTasks>,
  text: string,
  { voice, speed }: { voice: Voice | null; speed: Speed },
): Promise<SceneVoice> {
  if (voice === null) return readSilently(text, speed);
  const request = { text, voice, language: 'en', speed: SPEED_FACTORS[speed] };
  const { audio, words } = await threads.run('speak', request, new AbortController().signal);
  return voiceOf(audio, words ?? []);
}

/** Makes the whole sound of a story. */
export async function soundFilm(
  story: GalleryStory,
  voice: Voice | null,
  threads: TaskRunner<ThreadTasks>,
): Promise<SoundFilm> {
  const { signal } = new AbortController();
  const request = { story: story.text, title: story.title, sceneCount: null, language: story.language };
  const script = await threads.run('writeScript', request, signal);
  const mood = MUSIC_MOODS.find((name) => name === script.mood) ?? 'calm';
  const begun = performance.now();
  const spoken = await Promise.all(
    script.scenes.map(({ narration }) => speakScene(threads, narration, { voice, speed: 'normal' })),
  );
  const timeline = storyTimeline(spoken);
  const durationMs = framesToMs(timeline.total);
  const sounds: SceneSound<Uint8Array>[] = spoken.map(({ audio, durationMs: length }, at) => ({
    voice: voice === null ? null : audio,
    startMs: framesToMs(timeline.starts[at] ?? 0),
    durationMs: length,
  }));
  const composing = performance.now();
  const bed = await threads.run('composeBed', { mood, durationMs, seed: seedOf(story.slug) }, signal);
  const mixing = performance.now();
  const mix = mixFilm({ scenes: sounds, bed, durationMs });
  const took = {
    speakMs: composing - begun,
    composeMs: mixing - composing,
    mixMs: performance.now() - mixing,
  };
  const frames = Math.round((durationMs / 1000) * FILM_SAMPLE_RATE);
  const speech = placeVoices(sounds, frames);
  const music = layBed(bed, frames);
  const scenes = spoken.map(({ words, durationMs: length }, at) => ({
    narration: script.scenes[at]?.narration ?? '',
    startMs: sounds[at]?.startMs ?? 0,
    durationMs: length,
    words: words.map(({ text, startMs, endMs }) => ({
      text,
      startMs: startMs + (sounds[at]?.startMs ?? 0),
      endMs: endMs + (sounds[at]?.startMs ?? 0),
    })),
  }));
  const under = music.map((channel) => channel.slice());
  duckBed(under, speech);
  return { story, mood, voice, scenes, mix, channels: mix.channels, speech, music, under, durationMs, took };
}

function seedOf(slug: string): number {
  return createHash('sha256').update(slug).digest().readUInt32BE(0) >>> 4;
}
