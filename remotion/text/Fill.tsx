import type { CSSProperties, FC, ReactNode } from 'react';

const WHOLE: CSSProperties = {
  position: 'absolute',
  top: 0,
  left: 0,
  right: 0,
  bottom: 0,
  width: '100%',
  height: '100%',
  display: 'flex',
  flexDirection: 'column',
};

/**
 * A box over the whole of its parent, with the very styles of Remotion's `AbsoluteFill`. It is of our own so
 * that a page can show captions without loading Remotion.
 */
export const Fill: FC<{ style?: CSSProperties; children?: ReactNode }> = ({ style, children }) => (
  <div style={{ ...WHOLE, ...style }}>{children}</div>
);
