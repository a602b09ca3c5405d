import { describe, expect, it } from 'vitest';
import { movedFocus } from '#app/video/editor/own/focus-keys.ts';
import { levelOf, microphoneFault } from '#app/video/editor/own/recorder.ts';

describe('the focus of a picture', () => {
  it('moves by arrow keys and never out of the picture', () => {
    expect(movedFocus({ x: 0.5, y: 0.5 }, 'ArrowLeft', false)).toEqual({ x: 0.48, y: 0.5 });
    expect(movedFocus({ x: 0.95, y: 0.5 }, 'ArrowRight', true)).toEqual({ x: 1, y: 0.5 });
    expect(movedFocus({ x: 0.1, y: 0.02 }, 'ArrowUp', true)).toEqual({ x: 0.1, y: 0 });
    expect(movedFocus({ x: 0.1, y: 0.9 }, 'Home', false)).toEqual({ x: 0.5, y: 0.5 });
    expect(movedFocus({ x: 0.1, y: 0.9 }, 'Enter', false)).toBeNull();
  });
});

describe('the microphone', () => {
  it('shows silence as nothing and a voice as much', () => {
    expect(levelOf(new Float32Array(512))).toBe(0);
    expect(levelOf(new Float32Array(512).fill(0.1))).toBeCloseTo(0.667, 2);
    expect(levelOf(new Float32Array(512).fill(1))).toBe(1);
  });

  it('says what to do where pages may not use it', () => {
    expect(microphoneFault(new Error('unsafe'))).toContain('Upload a file instead.');
  });
});
