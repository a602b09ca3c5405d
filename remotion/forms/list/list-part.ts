/** What a list is made of: its heading and its rows, as wide as its space. */
import type { FormOf } from '../../contract/forms';
import type { Box } from '../../paint/context-2d';
import type { Typography } from '../../text/typography';
import type { FormFacts } from '../form-painter';

export type ListFacts = FormFacts<FormOf<'list'>>;

/** A box of something that is read from left to right, where it is read from right to left. @param whole px */
export function inReading(box: Box, whole: number, { direction }: Typography): Box {
  return direction === 'rtl' ? { ...box, left: whole - box.left - box.width } : box;
}
