import type { FC } from 'react';
import { AbsoluteFill } from 'remotion';
import { type Form, type FormOf, showsItsWords } from '../contract/forms';
import type { FormatName, FormShot } from '../contract/story-props';
import { framesToMs, sceneFrames } from '../contract/timing';
import { ChatForm } from './ChatForm';
import { FormGround } from './FormGround';
import { formPalette, isDarkGround } from './form-palette';
import type { FormParts } from './form-parts';
import { formSpace } from './form-space';
import { IconForm } from './IconForm';
import { ListForm } from './ListForm';
import { NumberForm } from './NumberForm';
import { PlaceForm } from './PlaceForm';
import { QuoteForm } from './QuoteForm';
import { WordsForm } from './WordsForm';

/** A scene that is told in a form. `framesToEnd` may be negative: its last state is held. */
export const FormView: FC<{ form: FormShot; seed: number; format: FormatName; framesToEnd: number }> = ({
  form,
  seed,
  format,
  framesToEnd,
}) => {
  const { content, words, durationMs, style, temper } = form;
  const frame = sceneFrames(durationMs) - framesToEnd;
  const palette = formPalette(style, temper);
  const space = formSpace(format, !showsItsWords(content));
  const ms = Math.min(framesToMs(frame + 0.5), durationMs);
  const parts = { words, format, seed, ms, durationMs, palette, space };
  return (
    <AbsoluteFill style={{ overflow: 'hidden' }}>
      <FormGround style={style} palette={palette} seed={seed} frame={frame} space={space} />
      <FormInside content={content} parts={parts} isDark={isDarkGround(style, temper)} />
    </AbsoluteFill>
  );
};

const FormInside: FC<{
  content: Form;
  parts: Omit<FormParts<FormOf<'words'>>, 'content'>;
  isDark: boolean;
}> = ({ content, parts, isDark }) => {
  switch (content.kind) {
    case 'words':
      return <WordsForm content={content} {...parts} />;
    case 'quote':
      return <QuoteForm content={content} {...parts} />;
    case 'number':
      return <NumberForm content={content} {...parts} />;
    case 'list':
      return <ListForm content={content} {...parts} />;
    case 'chat':
      return <ChatForm content={content} {...parts} />;
    case 'place':
      return <PlaceForm content={content} {...parts} isDark={isDark} />;
    case 'icon':
      return <IconForm content={content} {...parts} />;
  }
};
