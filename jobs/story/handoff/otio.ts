/**
 * A cut as an OpenTimelineIO file, by the serialized data model of OpenTimelineIO 0.17
 * (https://opentimelineio.readthedocs.io/en/latest/tutorials/otio-serialized-schema.html). Media are named relative
 * to the file. Pure.
 */
import { FPS } from '#remotion/contract/story-props.ts';
import type { Cut, CutMedia, CutPiece, CutTrack } from './cut';

/** Key of the only media reference that a clip has. */
const MEDIA = 'DEFAULT_MEDIA';

type Json = Record<string, unknown>;

/** The file's text. */
export function toOtio(cut: Cut): string {
  const { title, width, height, language, captions, tracks, total } = cut;
  const timeline = {
    OTIO_SCHEMA: 'Timeline.1',
    name: title,
    metadata: { storyshort: { width, height, language } },
    global_start_time: null,
    tracks: {
      OTIO_SCHEMA: 'Stack.1',
      name: 'tracks',
      ...item(null),
      markers: captions.map(({ start, frames, text }) => ({
        OTIO_SCHEMA: 'Marker.2',
        name: text.replaceAll('\n', ' '),
        comment: 'caption',
        color: 'YELLOW',
        marked_range: range(start, frames),
        metadata: {},
      })),
      children: tracks.map((track) => trackOf(cut, track, total)),
    },
  };
  return `${JSON.stringify(timeline, null, 2)}\n`;
}

function trackOf({ starts, transition }: Cut, { role, name, pieces }: CutTrack, total: number): Json {
  const children: Json[] = [];
  let at = 0;
  for (const piece of pieces) {
    // The picture before stays under the new one: all of the transition lies behind the cut.
    if (role === 'picture' && transition && at > 0 && starts.includes(at)) {
      children.push({
        OTIO_SCHEMA: 'Transition.1',
        name: transition.kind === 'fade' ? 'Dissolve' : transition.kind === 'slide' ? 'Slide' : 'Whip',
        transition_type: transition.kind === 'fade' ? 'SMPTE_Dissolve' : 'Custom_Transition',
        in_offset: time(0),
        out_offset: time(Math.min(transition.frames, piece.frames)),
        metadata: {},
      });
    }
    children.push(piece.media ? clipOf(piece, piece.media, total) : gapOf(piece));
    at += piece.frames;
  }
  return {
    OTIO_SCHEMA: 'Track.1',
    name,
    kind: role === 'picture' ? 'Video' : 'Audio',
    ...item(null),
    children,
  };
}

function clipOf({ label, from, frames }: CutPiece, media: CutMedia, total: number): Json {
  return {
    OTIO_SCHEMA: 'Clip.2',
    name: label,
    ...item(range(from, frames)),
    active_media_reference_key: MEDIA,
    media_references: {
      [MEDIA]: {
        OTIO_SCHEMA: 'ExternalReference.1',
        name: media.name,
        target_url: encodeURIComponent(media.name),
        // A still is there for as long as the film, however it is trimmed.
        available_range: range(0, media.frames ?? total),
        available_image_bounds: null,
        metadata: {},
      },
    },
  };
}

function gapOf({ frames }: CutPiece): Json {
  return { OTIO_SCHEMA: 'Gap.1', name: '', ...item(range(0, frames)) };
}

const item = (source_range: Json | null): Json => ({
  ...{ source_range, effects: [], markers: [], enabled: true, metadata: {} },
});

const range = (start: number, frames: number): Json => ({
  OTIO_SCHEMA: 'TimeRange.1',
  start_time: time(start),
  duration: time(frames),
});

const time = (frames: number): Json => ({ OTIO_SCHEMA: 'RationalTime.1', rate: FPS, value: frames });
