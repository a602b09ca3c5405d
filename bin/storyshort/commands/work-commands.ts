/** `storyshort watch`, `update`, `resume`, `cancel`: the work on a video that is there. */
import { OUT_FLAG, VIDEO_ARGUMENT, WAIT_FLAG } from '#bin/storyshort/arguments.ts';
import { madeFilm } from '#bin/storyshort/awaited-film.ts';
import { command, type Desk, type Told } from '#bin/storyshort/command.ts';

export const WATCH_COMMAND = command({
  usage: 'watch <video>',
  does: 'how far a film is, until it is there',
  first: 'video',
  takes: (yargs) => yargs.positional('video', VIDEO_ARGUMENT).option('out', OUT_FLAG),
  run: (desk, given) => madeFilm(desk, { out: given.out, json: given.json }, async () => given.video),
});

export const UPDATE_COMMAND = workCommand(
  'update',
  'the film made anew of its storyboard as it was edited: what differs alone',
  async ({ site }, id) => {
    await site.ask('updateFilm', { params: { id } });
  },
);

export const RESUME_COMMAND = workCommand(
  'resume',
  'goes on with a film that failed, was cancelled, waits for you or has scenes to be mended',
  async ({ site }, id) => {
    await site.ask('processVideo', { params: { id } });
  },
);

export const CANCEL_COMMAND = command({
  usage: 'cancel <video>',
  does: 'stops the work on a film; what was made stays',
  first: 'video',
  takes: (yargs) => yargs.positional('video', VIDEO_ARGUMENT),
  run: async (desk, { video }): Promise<Told> => {
    await desk.site.ask('cancelVideo', { params: { id: video } });
    const text = `Cancelled. Go on with it: ${desk.callOf(`resume ${video}`)}`;
    return { document: { videoId: video, cancelled: true }, text };
  },
});

/** A command that has a film made, and waits for it. */
function workCommand(name: string, does: string, begin: (desk: Desk, id: string) => Promise<void>) {
  return command({
    usage: `${name} <video>`,
    does,
    first: 'video',
    takes: (yargs) =>
      yargs.positional('video', VIDEO_ARGUMENT).option('out', OUT_FLAG).option('wait', WAIT_FLAG),
    run: (desk, given) =>
      madeFilm(desk, given, async () => {
        await begin(desk, given.video);
        return given.video;
      }),
  });
}
