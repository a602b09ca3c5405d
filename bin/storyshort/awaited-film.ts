/** A film that is waited for: its progress, its end, and its file. */
import { whyNothingIsMade } from '#bin/client/house-health.ts';
import type { AnswerTo } from '#bin/client/operations-client.ts';
import { watchVideo } from '#bin/client/watch-video.ts';
import type { Desk, Told } from './command';
import { CommandFault, usageFault } from './command-fault';
import { fileAt, keepFile, STANDARD_OUTPUT } from './kept-file';
import { isPassing } from './passing-trouble';

type Video = AnswerTo<'readVideo'>;

/** How a film that is made is to be awaited. */
interface Awaiting {
  out?: string | undefined;
  wait?: boolean;
  json?: boolean | undefined;
}

/**
 * Has a film made and, where that is wanted, waits for it and fetches it. Where it is to be put is looked at first.
 * @param begin has it made. @returns its video's id
 * @throws CommandFault as `awaitFilm`, and where the film cannot be put there
 */
export async function madeFilm(
  desk: Desk,
  { out, wait = true, json }: Awaiting,
  begin: () => Promise<string>,
): Promise<Told> {
  if (out !== undefined && !wait)
    throw usageFault('--out needs the film, which --no-wait does not wait for.', 'Leave one of them away.');
  const file = out === undefined ? null : await fileAt(out, json);
  const videoId = await begin();
  const pageUrl = desk.connection.urlOf(`/video/${videoId}`);
  if (!wait)
    return { document: { videoId, pageUrl, file: null, video: null }, text: `${videoId}\n${pageUrl}` };
  desk.say(`Video ${videoId}: ${pageUrl}`);
  const trouble = await whyNothingIsMade(desk.connection);
  if (trouble !== null) desk.say(trouble);
  return awaitFilm(desk, videoId, file);
}

/**
 * Follows a video until nothing more becomes of it by itself, and fetches its film.
 * @param file where the film is put, as `fileAt` has it; null to leave it there
 * @throws CommandFault where the site was away for too long, or the waiting was stopped
 */
async function awaitFilm(desk: Desk, id: string, file: string | null): Promise<Told> {
  const signal = desk.stopped;
  const status = (videoId: string, since: string) =>
    desk.site.ask('readVideo', { params: { id: videoId }, query: { since } });
  const onTrouble = (error: unknown, times: number) => {
    if (!isPassing(error, times)) throw error;
    desk.show(0, 'The site does not answer: asking again…');
  };
  const show = ({ progress, stage }: Video) => desk.show(progress, stage);
  try {
    const video = await watchVideo({ status }, id, show, { signal, onTrouble });
    return await endOf(desk, video, file);
  } catch (error) {
    throw signal.aborted ? stoppedFault(desk, id) : error;
  }
}

async function endOf(desk: Desk, video: Video, file: string | null): Promise<Told> {
  const page = desk.connection.urlOf(`/video/${video.id}`);
  const document = (kept: string | null) => ({ videoId: video.id, pageUrl: page, file: kept, video });
  if (video.isHeld) {
    const text = `${video.stage}\n${page}\nSee it: ${desk.callOf(`edit ${video.id}`)}\nGo on: ${desk.callOf(`resume ${video.id}`)}`;
    return { document: document(null), text };
  }
  if (video.status !== 'completed' || video.videoUrl === null)
    return { document: document(null), text: '', fault: noFilm(desk, video) };
  if (video.note) desk.say(`${video.note.message} ${video.note.hint}`);
  if (video.attention > 0)
    desk.say(`${video.attention} of its scenes lack their own picture or voice: ${page}`);
  if (file !== null) await keepFile(await desk.connection.ask(video.videoUrl), file, desk.stopped);
  return { document: document(file), text: file === STANDARD_OUTPUT ? '' : (file ?? page) };
}

function noFilm(desk: Desk, { id, status, error }: Video): CommandFault {
  const again = `Take it up where it stands: ${desk.callOf(`resume ${id}`)}`;
  if (status === 'cancelled') {
    const message = 'The film was cancelled while it was being made.';
    return new CommandFault('failed', { code: 'video_cancelled', message, hint: again });
  }
  const { code = 'video_failed', message = 'The film could not be made.', hint = '' } = error ?? {};
  const words = { code, message, hint: `${hint} ${again}`.trim() };
  return new CommandFault('failed', words, { retryable: error?.retryable ?? false });
}

function stoppedFault(desk: Desk, id: string): CommandFault {
  return new CommandFault('stopped', {
    code: 'stopped',
    message: 'Nobody waits here any more; the film is being made all the same.',
    hint: `Watch it: ${desk.callOf(`watch ${id}`)}\nStop it: ${desk.callOf(`cancel ${id}`)}`,
  });
}
