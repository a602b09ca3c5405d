import type { CSSProperties, FC, ReactNode } from 'react';
import { Fill } from './Fill';
import type { TextPlace } from './layout';

/** Lines of text centred on a place of the frame; the block grows up and down from its middle. */
export const TextBlock: FC<{ place: TextPlace; style?: CSSProperties; children: ReactNode }> = ({
  place,
  style,
  children,
}) => (
  <Fill>
    <div
      style={{
        position: 'absolute',
        left: 0,
        right: 0,
        top: `${place.middle * 100}%`,
        height: 0,
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'center',
      }}
    >
      <div
        style={{
          display: 'flex',
          flexDirection: 'column',
          alignItems: 'center',
          textAlign: 'center',
          whiteSpace: 'pre',
          flexShrink: 0,
          ...style,
        }}
      >
        {children}
      </div>
    </div>
  </Fill>
);
