import { describe, expect, it } from 'vitest';
import { standIns } from '#jobs/story/film/speakers/stand-ins.ts';
import type { Video } from '#jobs/story/film/video.ts';
import { videoOptionsSchema } from '#jobs/story/order/options.ts';

const service = (serviceVoice: string) => ({ voice: 'rms', serviceVoice });
const film = (speakers: string[], further: { serviceVoice?: string; localVoice?: string } = {}) => ({
  options: videoOptionsSchema.parse({
    ...further,
    speakers: speakers.map((name) => ({ name: `who has ${name}`, voice: service(name) })),
  }),
  scenes: [] as Video['scenes'],
});
const found = (video: Parameters<typeof standIns>[0]) => Object.fromEntries(standIns(video));

describe('voices that stand in', () => {
  it('are one for each who speaks, of their gender where that is known', () => {
    expect(found(film(['nova', 'onyx'], { serviceVoice: 'marin' }))).toEqual({
      marin: 'rms',
      nova: 'slt',
      onyx: 'awb',
    });
    expect(found(film(['onyx', 'nova'], { serviceVoice: 'marin' }))).toEqual({
      marin: 'rms',
      onyx: 'awb',
      nova: 'slt',
    });
  });

  it('are never the teller’s for somebody who is quoted, also where there are too few', () => {
    const { marin, ...others } = found(film(['nova', 'onyx', 'coral', 'ash'], { serviceVoice: 'marin' }));
    expect(marin).toBe('rms');
    expect(others).toEqual({ nova: 'slt', onyx: 'awb', coral: 'slt', ash: 'awb' });
  });

  it('leave a voice of ours that was chosen to whom it was given', () => {
    const video = film(['nova']);
    const speakers = [...(video.options.speakers ?? []), { name: 'girl', voice: { voice: 'slt' } }];
    expect(found({ ...video, options: { ...video.options, speakers } })).toEqual({
      rms: 'rms',
      slt: 'slt',
      nova: 'awb',
    });
  });
});
