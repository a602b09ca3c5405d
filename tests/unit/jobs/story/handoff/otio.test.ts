/** The schemas are those of OpenTimelineIO 0.17's serialized data model, field by field. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { toOtio } from '#jobs/story/handoff/otio.ts';
import { cutFilm, filmCut } from '#tests/support/handoff/cut-film.ts';

const named = { name: z.string(), metadata: z.record(z.string(), z.unknown()) };
const time = z.strictObject({
  OTIO_SCHEMA: z.literal('RationalTime.1'),
  rate: z.literal(30),
  value: z.int().nonnegative(),
});
const range = z.strictObject({ OTIO_SCHEMA: z.literal('TimeRange.1'), start_time: time, duration: time });
const marker = z.strictObject({
  OTIO_SCHEMA: z.literal('Marker.2'),
  ...named,
  color: z.enum(['YELLOW']),
  comment: z.string(),
  marked_range: range,
});
const item = {
  ...named,
  source_range: range.nullable(),
  effects: z.tuple([]),
  markers: z.array(marker),
  enabled: z.boolean(),
};
const reference = z.strictObject({
  OTIO_SCHEMA: z.literal('ExternalReference.1'),
  ...named,
  target_url: z.string(),
  available_range: range,
  available_image_bounds: z.null(),
});
const clip = z.strictObject({
  OTIO_SCHEMA: z.literal('Clip.2'),
  ...item,
  source_range: range,
  active_media_reference_key: z.literal('DEFAULT_MEDIA'),
  media_references: z.strictObject({ DEFAULT_MEDIA: reference }),
});
const gap = z.strictObject({ OTIO_SCHEMA: z.literal('Gap.1'), ...item, source_range: range });
const transition = z.strictObject({
  OTIO_SCHEMA: z.literal('Transition.1'),
  ...named,
  transition_type: z.enum(['SMPTE_Dissolve', 'Custom_Transition']),
  in_offset: time,
  out_offset: time,
});
const track = z.strictObject({
  OTIO_SCHEMA: z.literal('Track.1'),
  ...item,
  kind: z.enum(['Video', 'Audio']),
  children: z.array(z.discriminatedUnion('OTIO_SCHEMA', [clip, gap, transition])),
});
const timelineSchema = z.strictObject({
  OTIO_SCHEMA: z.literal('Timeline.1'),
  ...named,
  global_start_time: time.nullable(),
  tracks: z.strictObject({ OTIO_SCHEMA: z.literal('Stack.1'), ...item, children: z.array(track) }),
});

function written(options: Parameters<typeof cutFilm>[0] = {}) {
  const { cut, assets } = filmCut(cutFilm(options));
  if (!cut) throw new Error('All lengths are known.');
  return { cut, assets, timeline: timelineSchema.parse(JSON.parse(toOtio(cut))) };
}

describe('a timeline for OpenTimelineIO', () => {
  it('has every field of its schemas and no other, and is as long as the film on each track', () => {
    const { timeline, cut } = written();
    expect(timeline.name).toBe('Fox & “Friend” <3');
    expect(timeline.tracks.children.map(({ name, kind }) => [name, kind])).toEqual([
      ['Pictures', 'Video'],
      ['Voices', 'Audio'],
      ['Sound of clips', 'Audio'],
      ['Music', 'Audio'],
    ]);
    for (const { children } of timeline.tracks.children) {
      const frames = children.map((child) =>
        child.OTIO_SCHEMA === 'Transition.1' ? 0 : child.source_range.duration.value,
      );
      expect(frames.reduce((sum, value) => sum + value, 0)).toBe(cut.total);
    }
  });

  it('takes of each file what there is of it, and names files that lie beside it', () => {
    const { timeline, assets } = written();
    const files = JSON.stringify(assets);
    for (const child of timeline.tracks.children.flatMap(({ children }) => children)) {
      if (child.OTIO_SCHEMA !== 'Clip.2') continue;
      const { target_url, available_range } = child.media_references.DEFAULT_MEDIA;
      expect(files).toContain(`"${decodeURIComponent(target_url)}"`);
      const { start_time, duration } = child.source_range;
      expect(start_time.value + duration.value).toBeLessThanOrEqual(available_range.duration.value);
    }
  });

  it('dissolves at each scene but the first, behind the cut', () => {
    const transitions = (options: Parameters<typeof cutFilm>[0]) =>
      written(options).timeline.tracks.children.map(({ children }) =>
        children.flatMap((child) =>
          child.OTIO_SCHEMA === 'Transition.1'
            ? [[child.transition_type, child.in_offset.value, child.out_offset.value]]
            : [],
        ),
      );
    expect(transitions({})[0]).toEqual([
      ['SMPTE_Dissolve', 0, 12],
      ['SMPTE_Dissolve', 0, 12],
      ['SMPTE_Dissolve', 0, 12],
    ]);
    expect(transitions({ transition: 'slide' })[0]?.[0]).toEqual(['Custom_Transition', 0, 12]);
    expect(transitions({ transition: 'whip' })[0]?.[0]).toEqual(['Custom_Transition', 0, 7]);
    expect(transitions({ transition: 'cut' }).flat()).toEqual([]);
    expect(transitions({}).slice(1).flat()).toEqual([]);
  });

  it('marks the captions on the film’s clock', () => {
    const { timeline, cut } = written();
    expect(
      timeline.tracks.markers.map(({ name, marked_range: { start_time, duration } }) => [
        name,
        start_time.value,
        duration.value,
      ]),
    ).toEqual(cut.captions.map(({ text, start, frames }) => [text, start, frames]));
  });
});
