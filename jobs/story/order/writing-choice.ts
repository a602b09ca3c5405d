/** How a writing model is asked to tell a story, where there is one. */
import type { VideoOptions } from './options';

/** Why a film cannot be written; the same form as the issues of a draft. */
export interface WritingIssue {
  code: string;
  message: string;
  hint: string;
}

/** The reason why the story cannot be written here, or null. */
export function checkWriting({ writing }: VideoOptions, canWrite: boolean): WritingIssue | null {
  if (writing !== 'write-for-me' || canWrite) return null;
  return {
    code: 'writing_unavailable',
    message: 'No writing model is connected, so the story is told in your own words.',
    hint: 'Keep your words, or connect a script server; the settings page says how.',
  };
}

/** Options without what says nothing: length and tone belong to a film that the model writes. */
export function tidyWriting(options: VideoOptions): VideoOptions {
  if (options.writing === 'write-for-me') return options;
  const { writing: _writing, seconds: _seconds, tone: _tone, ...rest } = options;
  return rest;
}
