import { createContext, useContext } from 'react';
import type { SpeechAbilities } from '#jobs/story/language/speech-language.ts';
import type { StoryboardControl } from './use-storyboard';

/** What every part of the editor works with. */
export interface EditorTools extends StoryboardControl {
  videoId: string;
  speech: SpeechAbilities;
  /** Of the story, for what is typed. */
  language: string;
  direction: 'ltr' | 'rtl';
  /** Whether a picture model draws, which takes remarks; the built-in studio does not. */
  takesRemarks: boolean;
  /** Whether a picture-to-video model is connected. */
  canMove: boolean;
  /** Of the chosen scene; null where the film as a whole is chosen. */
  chosen: string | null;
  choose(sceneId: string | null): void;
  /** Plays the film or its preview from a scene on. */
  playFrom(position: number): void;
  /** Of the scene that is on screen, from 0; null before anything was played. */
  playing: number | null;
}

const StoryboardContext = createContext<EditorTools | null>(null);

export const EditorProvider = StoryboardContext.Provider;

/** The editor's tools, within the editor. */
export function useEditor(): EditorTools {
  const tools = useContext(StoryboardContext);
  if (!tools) throw new Error('This belongs into the editor.');
  return tools;
}
