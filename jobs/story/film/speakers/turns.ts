/** A scene's speech in turns: its teller's, and that of whoever is quoted. Pure. */
import isEqual from 'fast-deep-equal';
import { formOf } from '#jobs/story/film/form/scene-form.ts';
import { isSpoken } from '#jobs/story/film/scene-speech.ts';
import type { Scene, Video } from '#jobs/story/film/video.ts';
import type { SceneVoice } from '#jobs/story/order/voice/speaker-voice.ts';
import { hasQuotes, scenePartsOf, speechParts } from './quoted-speech';
import { isSameSpeaker, type SaidBy, saidBy } from './said-by';

/** What is said in one go, and by whom; null for whoever tells the film. */
export interface Turn {
  text: string;
  voice: SceneVoice | null;
}

/** A film is asked for each of its scenes: who says what is found out once. */
const known = new WeakMap<readonly Scene[], SaidBy>();

export function saidIn(scenes: readonly Scene[]): SaidBy {
  const before = known.get(scenes);
  if (before) return before;
  const said = saidBy(scenes.map(({ narration }) => narration));
  known.set(scenes, said);
  return said;
}

/**
 * All of a scene's words in the turns in which they are said; null where one voice says them all. A voice that the
 * scene has for its quoted lines goes before those that the film has for their speakers.
 */
export function turnsOf({ options, scenes }: Pick<Video, 'options' | 'scenes'>, scene: Scene): Turn[] | null {
  const { voice, quoteVoice } = scene;
  if (quoteVoice !== null) {
    if (!hasQuotes(scene)) return null;
    return scenePartsOf(scene).map(({ text, isQuoted }) => ({ text, voice: isQuoted ? quoteVoice : voice }));
  }
  const { speakers = [] } = options;
  if (speakers.length === 0 || !isSpoken(options, scene)) return null;
  if (formOf(scene)?.kind === 'chat' || !hasQuotes(scene)) return null;
  const lines = saidIn(scenes)[scenes.findIndex(({ position }) => position === scene.position)] ?? [];
  const voiceOf = (name: string) => speakers.find((each) => isSameSpeaker(each.name, name))?.voice;
  let line = 0;
  const turns: Turn[] = [];
  for (const { text, isQuoted } of speechParts(scene.narration, true)) {
    const speaker = isQuoted ? lines[line++]?.speaker : null;
    const own = (speaker && voiceOf(speaker.name)) ?? voice;
    const last = turns.at(-1);
    if (last && isEqual(last.voice, own)) last.text += ` ${text}`;
    else turns.push({ text, voice: own });
  }
  return turns.every((turn) => isEqual(turn.voice, voice)) ? null : turns;
}
