import { useEffect, useRef } from 'react';
import { phrase } from '#app/language/phrase.ts';
import type { FilmControl } from '#app/video/film/film-control.ts';
import { newSeed } from './state/new-id';
import type { EditorTools } from './state/StoryboardContext';

/** Keys of the editor, as `?` lists them. */
export const EDITOR_KEYS: readonly (readonly [keys: string, does: string])[] = [
  [phrase('Space'), phrase('Play and pause')],
  ['↑ ↓', phrase('The scene before, the scene after')],
  ['E', phrase('Edit the scene’s words')],
  ['R', phrase('Draw the scene again')],
  [phrase('Ctrl Z'), phrase('Undo')],
  [phrase('Ctrl Shift Z'), phrase('Redo')],
  ['?', phrase('Show these keys')],
];

/** Listens for the editor's keys wherever nobody types or chooses. */
export function useEditorKeys(tools: EditorTools, film: FilmControl, onHelp?: () => void): void {
  const latest = useRef({ tools, film, onHelp });
  latest.current = { tools, film, onHelp };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target) || event.altKey) return;
      if (performKey(event, latest.current)) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

interface Keyed {
  tools: EditorTools;
  film: FilmControl;
  onHelp: (() => void) | undefined;
}

/** @returns whether the key was one of the editor's */
function performKey(event: KeyboardEvent, { tools, film, onHelp }: Keyed): boolean {
  const { scenes, chosen, choose, edit, ask } = tools;
  if (event.ctrlKey || event.metaKey) {
    if (event.key.toLowerCase() !== 'z') return false;
    ask({ kind: event.shiftKey ? 'redo' : 'undo' });
    return true;
  }
  const at = scenes.findIndex(({ id }) => id === chosen);
  const chooseAt = (place: number) => {
    const scene = scenes[Math.max(0, Math.min(scenes.length - 1, place))];
    if (scene) choose(scene.id);
  };
  switch (event.key) {
    case ' ':
      if (isControl(event.target)) return false;
      film.toggle();
      return true;
    case 'ArrowDown':
      if (isControl(event.target) && at < 0) return false;
      chooseAt(at + 1);
      return true;
    case 'ArrowUp':
      if (isControl(event.target) && at < 0) return false;
      chooseAt(at < 0 ? scenes.length - 1 : at - 1);
      return true;
    case 'e':
    case 'E':
      if (at < 0) chooseAt(0);
      requestAnimationFrame(() => document.getElementById('scene-narration')?.focus());
      return true;
    case 'r':
    case 'R':
      if (chosen) edit({ kind: 'draw-again', scene: chosen, seed: newSeed(), remark: null });
      return chosen !== null;
    case '?':
      onHelp?.();
      return true;
    default:
      return false;
  }
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.matches('input, textarea, select, [contenteditable], [role="dialog"] *, [role="menu"] *');
}

/** Whether the key is for the control that has the focus. */
function isControl(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('button, a, summary, video, [role="button"]');
}
