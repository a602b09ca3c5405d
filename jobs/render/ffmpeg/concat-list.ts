import path from 'node:path';

/**
 * The list that ffmpeg's concat demuxer reads: files to be played one after the other.
 * `seconds` gives a file's length where the file only implies it, as a transport stream does.
 */
export function concatList(entries: readonly { file: string; seconds?: number }[]): string {
  return entries
    .map(({ file, seconds }) => {
      const quoted = path.resolve(file).replaceAll("'", String.raw`'\''`);
      return `file '${quoted}'\n${seconds === undefined ? '' : `duration ${seconds.toFixed(6)}\n`}`;
    })
    .join('');
}
