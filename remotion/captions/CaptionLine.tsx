import type { FC, ReactNode } from 'react';
import type { Word } from '../contract/story-props';
import { wordJoint } from '../contract/story-words';
import { directedRuns, partDirection, type WordPart } from '../text/bidi';
import { useTypography } from '../text/typography';
import type { Direction } from '../text/writing';

/**
 * A line of words, each drawn by itself, in the order in which they are read.
 * `gap` is the space between words in px; where words join without one, there is none. `children` draws a
 * word's text, or a part of it.
 */
export const CaptionLine: FC<{
  words: readonly Word[];
  gap: number;
  children: (word: Word, text: string, direction: Direction) => ReactNode;
}> = ({ words, gap, children }) => {
  const { direction: paragraph, language } = useTypography();
  const gapBefore = (part: WordPart | undefined) => {
    const before = part?.isStart && words[words.indexOf(part.word) - 1];
    return before && wordJoint(before.text, part.word.text) === ' ' ? gap : 0;
  };
  const runs = directedRuns(words, paragraph);
  return (
    <div lang={language} style={{ display: 'flex', direction: paragraph }}>
      {runs.map((run) => (
        <div
          key={`${run.parts[0]?.word.startMs} ${run.parts[0]?.text}`}
          style={{
            display: 'flex',
            direction: run.direction,
            ...marginAtStart(paragraph, gapBefore(run.parts[0])),
          }}
        >
          {run.parts.map((part, at) => (
            <div
              key={part.word.startMs}
              style={{
                direction: partDirection(run, paragraph),
                ...marginAtStart(run.direction, at > 0 ? gapBefore(part) : 0),
              }}
            >
              {children(part.word, part.text, run.direction)}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
};

const marginAtStart = (direction: Direction, margin: number) =>
  direction === 'rtl' ? { marginRight: margin } : { marginLeft: margin };
