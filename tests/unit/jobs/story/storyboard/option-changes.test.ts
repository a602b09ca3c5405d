import { describe, expect, it } from 'vitest';
import { StoryError } from '#jobs/story/film/fault.ts';
import { videoOptionsSchema } from '#jobs/story/order/options.ts';
import { changedOptions } from '#jobs/story/storyboard/option-changes.ts';

const options = videoOptionsSchema.parse({ seconds: 30 });
const faultOf = (change: Record<string, unknown>) => {
  try {
    changedOptions(options, change);
    return null;
  } catch (error) {
    if (!(error instanceof StoryError)) throw error;
    return error;
  }
};

describe('changed options', () => {
  it('are those that were, but for what was set', () => {
    expect(changedOptions(options, { captions: 'karaoke', format: '1:1' })).toEqual({
      ...options,
      captions: 'karaoke',
      format: '1:1',
    });
  });

  it('are left open again by null: those that have a usual value take it', () => {
    expect(changedOptions(options, { seconds: null })).not.toHaveProperty('seconds');
    const loud = changedOptions(options, { musicLevel: 'quiet' });
    expect(changedOptions(loud, { musicLevel: null }).musicLevel).toBe(options.musicLevel);
  });

  it('take a file of the author’s own music', () => {
    const ownMusic = { hash: 'a'.repeat(24), kind: 'mp3' };
    expect(changedOptions(options, { music: 'own', ownMusic })).toMatchObject({ music: 'own', ownMusic });
  });

  it('stay free of what is no option, and of what is no value of one', () => {
    expect(faultOf({ colour: 'red' })).toMatchObject({
      code: 'edit_impossible',
      message: expect.stringContaining('colour'),
      hint: expect.stringContaining('captions'),
    });
    expect(faultOf({ captions: 'shouted' })?.message).toBe('The captions cannot be “shouted”.');
    expect(faultOf({ seconds: 'long' })?.code).toBe('edit_impossible');
    expect(faultOf({ __proto__: null, constructor: 1 } as never)?.code).toBe('edit_impossible');
  });
});
