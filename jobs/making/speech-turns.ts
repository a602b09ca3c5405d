/** A scene's speech in turns: its teller's, and that of whoever is quoted. */
import type { Storage } from '#jobs/ports/storage.ts';
import { joinSpeech, type SpokenPart } from '#jobs/sound/audio/speech-joint.ts';
import { hasQuotes, scenePartsOf } from '#jobs/story/film/quoted-speech.ts';
import type { SceneVoice } from '#jobs/story/film/scene-content.ts';
import { spokenText } from '#jobs/story/film/scene-speech.ts';
import type { Scene } from '#jobs/story/film/video.ts';
import type { Word } from '#remotion/contract/story-props.ts';

/** What is said in one go, and by whom: all of it, or teller and quoted lines in turn. */
export function turnsOf(scene: Scene): { text: string; voice: SceneVoice | null }[] {
  const { voice, quoteVoice } = scene;
  if (quoteVoice === null || !hasQuotes(scene)) return [{ text: spokenText(scene), voice }];
  return scenePartsOf(scene).map(({ text, isQuoted }) => ({
    text: spokenText({ narration: text, sayAs: scene.sayAs }),
    voice: isQuoted ? quoteVoice : voice,
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
