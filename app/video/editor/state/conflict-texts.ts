/** What two people made of the same part, in words. Pure. */
import type { Words } from '#app/language/page-words.ts';
import type { SceneContent } from '#jobs/story/film/scene-content.ts';
import type { Conflict } from './use-storyboard';

/** The parts of a scene that are texts, as a person knows them. */
const TEXTS = ['narration', 'captions', 'imagePrompt'] as const satisfies (keyof SceneContent)[];

export function conflictTexts({ edit, theirs }: Conflict, t: Words['t']): { mine: string; theirs: string } {
  if (edit.kind === 'set-film' && edit.title !== undefined) {
    return { mine: edit.title, theirs: theirs.board.title };
  }
  if (edit.kind === 'set-scene') {
    const scene = theirs.board.scenes.find(({ id }) => id === edit.scene);
    if (!scene) return { mine: textOf(edit.change) ?? t('Your change'), theirs: t('The scene was removed.') };
    const text = TEXTS.find((name) => edit.change[name] !== undefined);
    if (text) return { mine: edit.change[text] ?? '—', theirs: scene[text] ?? '—' };
    return { mine: t('Your choice'), theirs: t('The choice that is there now') };
  }
  return { mine: t('What you did with the scene'), theirs: t('The scene as it stands now') };
}

function textOf(change: Partial<Record<keyof SceneContent, unknown>>): string | null {
  const text = TEXTS.map((name) => change[name]).find((value) => typeof value === 'string');
  return typeof text === 'string' ? text : null;
}
