/** What can be taken home of a finished video. Pure. */
import { phrase } from '#app/language/phrase.ts';
import { fileStem } from '#jobs/story/handoff/file-stem.ts';
import type { StatusView } from './status-view';

export interface Download {
  label: string;
  /** What it is good for, in a few words. */
  note: string;
  url: string;
  fileName: string;
}

/** The files that exist, under names made of the title. */
export function downloadsOf(status: StatusView): Download[] {
  const stem = fileStem(status.title);
  const files: [label: string, note: string, url: string | null, fileName: string][] = [
    ['MP4', phrase('the film'), status.videoUrl, `${stem}.mp4`],
    ['SRT', phrase('captions for uploading'), status.captionsUrl, `${stem}.srt`],
    ['VTT', phrase('captions for the web'), status.vttUrl, `${stem}.vtt`],
    [phrase('Poster'), phrase('the cover picture'), status.posterUrl, `${stem}-poster.jpg`],
  ];
  return files.flatMap(([label, note, url, fileName]) =>
    url === null ? [] : [{ label, note, url: `${url}?download=${encodeURIComponent(fileName)}`, fileName }],
  );
}
