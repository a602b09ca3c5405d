/**
 * A cut as Final Cut Pro XML 1.10 (https://developer.apple.com/documentation/professional-video-applications/fcpxml-reference).
 * Pictures are the storyline; voices, music and captions hang on the picture during which they begin. Media are named
 * relative to the file. Pure.
 */
import { FPS } from '#remotion/contract/story-props.ts';
import type { Cut, CutCaption, CutMedia, CutPiece, CutTrack, TrackRole } from './cut';
import { element, printXml, type XmlElement } from './xml';

const VERSION = '1.10';
/** Ids of the formats of the film and of its stills. */
const FILM_FORMAT = 'r1';
const STILL_FORMAT = 'r2';

/** Where what hangs on the pictures lies: above them, or below. */
const CAPTION_LANE = 1;
const LANES: Record<Exclude<TrackRole, 'picture'>, number> = { voice: -1, 'clip-sound': -2, music: -3 };
const AUDIO_ROLES: Record<Exclude<TrackRole, 'picture'>, string> = {
  voice: 'dialogue',
  'clip-sound': 'effects',
  music: 'music',
};

/** The file's text. */
export function toFcpxml(cut: Cut): string {
  const { title, width, height, total } = cut;
  const media = mediaOf(cut.tracks);
  const name = title === '' ? 'StoryShort' : title;
  const root = element(
    'fcpxml',
    { version: VERSION },
    element(
      'resources',
      {},
      element('format', { id: FILM_FORMAT, frameDuration: `1/${FPS}s`, width, height }),
      element('format', { id: STILL_FORMAT, name: 'FFVideoFormatRateUndefined', width, height }),
      ...[...media.values()].map(assetOf),
    ),
    element(
      'library',
      {},
      element(
        'event',
        { name },
        element(
          'project',
          { name },
          element(
            'sequence',
            {
              format: FILM_FORMAT,
              duration: seconds(total),
              tcStart: '0s',
              tcFormat: 'NDF',
              audioLayout: 'stereo',
              audioRate: '48k',
            },
            element('spine', {}, ...storyline(cut, media)),
          ),
        ),
      ),
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE fcpxml>\n${printXml(root)}`;
}

interface Resource {
  id: string;
  media: CutMedia;
}

/** Each file once, by its name. */
function mediaOf(tracks: readonly CutTrack[]): ReadonlyMap<string, Resource> {
  const found = new Map<string, Resource>();
  for (const { media } of tracks.flatMap(({ pieces }) => pieces)) {
    if (media && !found.has(media.name)) found.set(media.name, { id: `a${found.size + 1}`, media });
  }
  return found;
}

function assetOf({ id, media: { name, kind, frames } }: Resource): XmlElement {
  const isSound = kind === 'sound';
  return element(
    'asset',
    {
      ...{ id, name, start: '0s', duration: seconds(frames ?? 0) },
      ...(isSound
        ? { hasAudio: 1, audioSources: 1 }
        : { hasVideo: 1, format: kind === 'still' ? STILL_FORMAT : FILM_FORMAT, videoSources: 1 }),
    },
    element('media-rep', { kind: 'original-media', src: `./${encodeURIComponent(name)}` }),
  );
}

/** Pieces with their place on the film's clock, frames. */
function placed(track: CutTrack | undefined): (CutPiece & { at: number })[] {
  let at = 0;
  return (track?.pieces ?? []).map((piece) => {
    const found = { ...piece, at };
    at += piece.frames;
    return found;
  });
}

function storyline(cut: Cut, media: ReadonlyMap<string, Resource>): XmlElement[] {
  const { tracks, starts, transition, captions } = cut;
  const pictures = placed(tracks.find(({ role }) => role === 'picture'));
  const sounds = tracks.flatMap((track) =>
    track.role === 'picture' ? [] : placed(track).map((piece) => ({ ...piece, role: track.role })),
  );
  return pictures.flatMap((picture) => {
    const { at, from, frames, label } = picture;
    const isDuring = (moment: number) => moment >= at && moment < at + frames;
    /** What hangs on a piece is placed on that piece's own clock. */
    const offsetOf = (moment: number) => seconds(from + moment - at);
    const hanging = [
      ...sounds.flatMap(({ role, at: begin, ...piece }) => {
        const resource = piece.media && media.get(piece.media.name);
        if (role === 'picture' || !resource || !isDuring(begin)) return [];
        return element('asset-clip', {
          ref: resource.id,
          lane: LANES[role],
          offset: offsetOf(begin),
          name: piece.label,
          start: seconds(piece.from),
          duration: seconds(piece.frames),
          audioRole: AUDIO_ROLES[role],
        });
      }),
      ...captions.filter(({ start }) => isDuring(start)).map((caption) => captionOf(cut, caption, offsetOf)),
    ];
    const place = { offset: seconds(at), name: label, start: seconds(from), duration: seconds(frames) };
    const resource = picture.media && media.get(picture.media.name);
    const isCut = at === 0 || !transition || !starts.includes(at);
    return [
      ...(isCut ? [] : [transitionOf(transition, at, frames)]),
      resource
        ? element(
            resource.media.kind === 'still' ? 'video' : 'asset-clip',
            { ref: resource.id, ...place },
            ...hanging,
          )
        : element('gap', place, ...hanging),
    ];
  });
}

function transitionOf(
  { kind, frames }: NonNullable<Cut['transition']>,
  at: number,
  most: number,
): XmlElement {
  return element('transition', {
    name: kind === 'fade' ? 'Cross Dissolve' : 'Slide',
    offset: seconds(at),
    duration: seconds(Math.min(frames, most)),
  });
}

function captionOf(
  { language }: Cut,
  { start, frames, text }: CutCaption,
  offsetOf: (moment: number) => string,
): XmlElement {
  return element(
    'caption',
    {
      lane: CAPTION_LANE,
      offset: offsetOf(start),
      name: text.replaceAll('\n', ' '),
      start: '0s',
      duration: seconds(frames),
      role: `SRT?captionFormat=SRT.${language}`,
    },
    element('text', {}, text),
  );
}

/** A number of frames as a rational number of seconds. */
function seconds(frames: number): string {
  return frames % FPS === 0 ? `${frames / FPS}s` : `${frames}/${FPS}s`;
}
