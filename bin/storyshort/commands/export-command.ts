/** `storyshort export`: a video's files, one kind at a time. */
import { stat } from 'node:fs/promises';
import { API_ROOT } from '#app/api/operation.ts';
import type { AnswerTo } from '#bin/client/operations-client.ts';
import { textFlag, VIDEO_ARGUMENT } from '#bin/storyshort/arguments.ts';
import { command, type Desk, type Told } from '#bin/storyshort/command.ts';
import { CommandFault, usageFault } from '#bin/storyshort/command-fault.ts';
import { fileAt, keepFile, STANDARD_OUTPUT } from '#bin/storyshort/kept-file.ts';
import { fileStem } from '#jobs/story/handoff/file-stem.ts';
import { PROJECT_EXTENSION } from '#jobs/story/project/project-name.ts';

type Video = AnswerTo<'readVideo'>;

interface Kind {
  /** What stands behind the title in the name of its file. */
  end: string;
  /** Where it is; null while it is not there. */
  pathOf: (video: Video) => string | null;
}

/** An address beside those of `/api/v1`. */
const beside = (name: string, query: (id: string) => Record<string, string>) => (video: Video) =>
  `/api/${name}?${new URLSearchParams(query(video.id))}`;

const KINDS = {
  project: { end: PROJECT_EXTENSION, pathOf: ({ id }) => `${API_ROOT}/videos/${id}/project` },
  film: { end: '.mp4', pathOf: ({ videoUrl }) => videoUrl },
  sound: { end: '.m4a', pathOf: ({ audioUrl }) => audioUrl },
  srt: { end: '.srt', pathOf: ({ captionsUrl }) => captionsUrl },
  vtt: { end: '.vtt', pathOf: ({ vttUrl }) => vttUrl },
  poster: { end: '.jpg', pathOf: ({ posterUrl }) => posterUrl },
  assets: { end: '-assets.zip', pathOf: beside('assets', (id) => ({ id })) },
  otio: { end: '.otio', pathOf: beside('timeline', (id) => ({ id, format: 'otio' })) },
  fcpxml: { end: '.fcpxml', pathOf: beside('timeline', (id) => ({ id, format: 'fcpxml' })) },
  provenance: { end: '-provenance.json', pathOf: beside('provenance', (videoId) => ({ videoId })) },
} as const satisfies Record<string, Kind>;

type KindName = keyof typeof KINDS;

export const EXPORT_COMMAND = command({
  usage: 'export <video> [kind]',
  does: 'a file of a video: the project, the film, subtitles, where it comes from, …',
  first: 'video',
  takes: (yargs) =>
    yargs
      .positional('video', VIDEO_ARGUMENT)
      .positional('kind', {
        choices: Object.keys(KINDS) as KindName[],
        default: 'project' as KindName,
        describe: 'which one; project: all of it, to go on with it elsewhere',
      })
      .option('out', { ...textFlag('file into which it is put, - for standard output'), alias: 'o' }),
  run: async (desk, { video: id, kind, out, json }): Promise<Told> => {
    const given = out === undefined ? null : await fileAt(out, json);
    const video = await desk.site.ask('readVideo', { params: { id }, query: {} });
    const { end, pathOf }: Kind = KINDS[kind];
    const path = pathOf(video);
    if (path === null) throw notThere(desk, id, kind);
    const file = given ?? (await unusedFile(`${fileStem(video.title)}${end}`));
    await keepFile(await desk.connection.ask(path), file, desk.stopped);
    return { document: { videoId: id, kind, file }, text: file === STANDARD_OUTPUT ? '' : file };
  },
});

/** A name of our own choice takes no other file's place. */
async function unusedFile(name: string): Promise<string> {
  const file = await fileAt(name);
  if ((await stat(file).catch(() => null)) === null) return file;
  throw usageFault(
    `${name} is there already.`,
    'Say by -o where it is to be put; that may be the same file.',
  );
}

function notThere(desk: Desk, id: string, kind: KindName): CommandFault {
  return new CommandFault('refused', {
    code: 'film_not_ready',
    message: `There is no ${kind} while the film is not made.`,
    hint: `Wait for it: ${desk.callOf(`watch ${id}`)}`,
  });
}
