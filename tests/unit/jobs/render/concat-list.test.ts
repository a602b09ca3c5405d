import { describe, expect, it } from 'vitest';
import { concatList } from '#jobs/render/ffmpeg/concat-list.ts';

describe('concatList', () => {
  it('quotes names as ffmpeg reads them', () => {
    expect(concatList([{ file: "/films/it's one.mp4" }, { file: '/films/two.mp4' }])).toBe(
      "file '/films/it'\\''s one.mp4'\nfile '/films/two.mp4'\n",
    );
  });

  it('gives lengths where they are known', () => {
    expect(concatList([{ file: '/a.ts', seconds: 1.5 }])).toBe("file '/a.ts'\nduration 1.500000\n");
  });
});
