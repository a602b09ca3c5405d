/** A scene's speech in turns: its teller's, and that of whoever is quoted. */
import type { Storage } from '#jobs/ports/storage.ts';
import { joinSpeech, type SpokenPart } from '#jobs/sound/audio/speech-joint.ts';
import { spokenText } from '#jobs/story/film/scene-speech.ts';
import { type Turn, turnsOf } from '#jobs/story/film/speakers/turns.ts';
import type { Scene, Video } from '#jobs/story/film/video.ts';
import type { Word } from '#remotion/contract/story-props.ts';

/** What is given to the voices to say, in turn: all of it, or teller and quoted lines. */
export function spokenTurns(video: Pick<Video, 'options' | 'scenes'>, scene: Scene): Turn[] {
  const turns = turnsOf(video, scene) ?? [{ text: scene.narration, voice: scene.voice }];
  return turns.map(({ text, voice }) => ({
    text: spokenText({ narration: text, sayAs: scene.sayAs }),
    voice,
  }));
}

/** Under which key a turn's sound lies, where there are several. */
export const turnKey = (key: string, at: number) => key.replace(/\.wav$/, `.turn-${at}.wav`);

/** The sound of a scene: that of its only turn, or all of them in a row, stored under the scene's key. */
export async function joinedTurns(
  storage: Storage,
  key: string,
  parts: readonly SpokenPart[],
): Promise<{ audio: Uint8Array; words: Word[] }> {
  const [only] = parts;
  if (only && parts.length === 1) return { audio: only.audio, words: [...only.words] };
  const joined = joinSpeech(parts);
  await storage.put(key, joined.audio);
  return joined;
}
