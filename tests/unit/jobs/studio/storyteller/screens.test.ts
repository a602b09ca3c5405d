import { describe, expect, it } from 'vitest';
import { readScenes } from '#jobs/studio/storyteller/scene-setting.ts';
import { writeScript } from '#jobs/studio/storyteller/write.ts';

const placesIn = (...narrations: string[]) =>
  readScenes(narrations, 'calm', 'en').map(({ reading }) => reading.place);

describe('a screen that is looked at', () => {
  it.each([
    'My phone lit up on the pillow.',
    'A text from an unknown number: I like your curtains.',
    'A text message appeared: where are you?',
    'There was a picture of me on her phone.',
    'He scrolled through the messages until two.',
    'My phone’s screen flashed in the dark.',
  ])('is where this is: %s', (narration) => {
    const [scene] = readScenes([narration], 'calm', 'en');
    expect(scene?.reading).toMatchObject({ place: 'phone', cast: [], things: [] });
  });

  it.each([
    'She left the phone at home.',
    'He read the message in the bottle on the beach.',
    'The phone company was founded in 1885.',
    'They watched the play on a screen of silk.',
    'The screen showed a heartbeat.',
    'A message from the king arrived at noon.',
    'The phone in the hall rang.',
    'She talked on the phone with her mother.',
    'He was on the phone for an hour.',
    'An ancient text from the temple said otherwise.',
    'He swiped left with his sword.',
  ])('is not where this is: %s', (narration) => {
    expect(placesIn(narration)).not.toContain('phone');
  });

  it('is left again: one is where one was', () => {
    expect(placesIn('I sat in the kitchen.', 'My phone buzzed.', 'I held my breath.')).toEqual([
      'kitchen',
      'phone',
      'kitchen',
    ]);
  });

  it('tells nothing of where the rest of a story is', () => {
    expect(placesIn('I held my breath.', 'My phone buzzed.', 'I held it longer.')).toEqual([
      'abstract',
      'phone',
      'abstract',
    ]);
  });

  it('is a picture with nobody in it, and so described', () => {
    const story =
      'I was almost asleep.\n\nThen my phone lit up: a text from an unknown number.\n\nI did not move.';
    const { scenes } = writeScript({ story, title: null, sceneCount: 3, language: 'en' });
    const scene = scenes.find(({ reading }) => reading?.place === 'phone');
    expect(scene).toMatchObject({ reading: { place: 'phone', cast: [] } });
    expect(scene).not.toHaveProperty('form');
    expect(scene?.imagePrompt).toContain('on the screen of a telephone');
  });
});
