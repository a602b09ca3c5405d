import { type FC, useMemo } from 'react';
import type { FormOf, Message } from '../contract/forms';
import { easeOut, overshoot, ramp } from '../picture/motion';
import { leading, useTypeface } from '../text/typography';
import { textDirection } from '../text/writing';
import { alpha } from './FormGround';
import type { FormParts } from './form-parts';
import { messageTimes, TYPING_MS } from './message-times';

type ChatParts = FormParts<FormOf<'chat'>>;

const FONT_SIZE = 54;
/** Room of the name above the messages, px. */
const HEADER = 150;
/** Messages that are in sight at once. */
const MOST = 5;

/** Messages as they come in, one above the other. */
export const ChatForm: FC<ChatParts> = (parts) => {
  const { content, words, ms, space } = parts;
  const sans = useTypeface('sans');
  const times = useMemo(() => messageTimes(content.messages, words), [content, words]);
  const come = content.messages.filter((_, at) => ms >= (times[at] ?? 0));
  const next = content.messages[come.length];
  const isTyping = next?.side === 'left' && ms >= (times[come.length] ?? 0) - TYPING_MS;
  const { earlier } = content;
  const shown = [...earlier, ...come]
    .map((message, at) => ({ message, place: at - earlier.length }))
    .slice(-MOST);
  const other = [...earlier, ...content.messages].find(({ side }) => side === 'left')?.who ?? '';
  return (
    <div
      style={{
        ...sans,
        position: 'absolute',
        left: (space.frame.width - space.width) / 2,
        top: space.middle - space.height / 2,
        width: space.width,
        height: space.height,
      }}
    >
      <div
        style={{
          position: 'absolute',
          left: 0,
          top: HEADER,
          width: space.width,
          height: space.height - HEADER,
          overflow: 'hidden',
          display: 'flex',
          flexDirection: 'column',
          justifyContent: 'flex-end',
        }}
      >
        {shown.map(({ message, place }) => {
          const since = place < 0 ? Number.POSITIVE_INFINITY : ms - (times[place] ?? 0);
          return <Bubble key={place} message={message} since={since} parts={parts} />;
        })}
        {isTyping ? <Typing parts={parts} /> : <div style={{ height: 40 }} />}
      </div>
      {other === '' ? null : <Header name={other} parts={parts} />}
    </div>
  );
};

const Header: FC<{ name: string; parts: ChatParts }> = ({ name, parts: { palette, space } }) => (
  <div
    style={{
      position: 'absolute',
      top: 0,
      left: 0,
      width: space.width,
      display: 'flex',
      alignItems: 'center',
      height: 130,
      borderRadius: 65,
      background: palette.card,
    }}
  >
    <div
      style={{
        width: 94,
        height: 94,
        marginLeft: 18,
        marginRight: 26,
        borderRadius: 47,
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'center',
        background: palette.second,
        color: palette.card,
        fontSize: 50,
        lineHeight: 1,
      }}
    >
      {[...name][0]?.toUpperCase()}
    </div>
    <div style={{ fontSize: 50, lineHeight: 1.2, color: palette.ink, whiteSpace: 'pre' }}>{name}</div>
  </div>
);

const Bubble: FC<{ message: Message; since: number; parts: ChatParts }> = ({ message, since, parts }) => {
  const { palette, space } = parts;
  const { text, side, time } = message;
  const isOwn = side === 'right';
  const arrival = overshoot(ramp(since, 0, 260));
  const lift = (1 - easeOut(ramp(since, 0, 260))) * 60;
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        alignItems: isOwn ? 'flex-end' : 'flex-start',
        marginBottom: 24,
        flexShrink: 0,
        transform: `translateY(${lift.toFixed(2)}px) scale(${(0.86 + 0.14 * arrival).toFixed(4)})`,
        transformOrigin: isOwn ? '100% 100%' : '0% 100%',
      }}
    >
      <div
        style={{
          maxWidth: space.width * 0.82,
          paddingTop: 24,
          paddingBottom: 26,
          paddingLeft: 38,
          paddingRight: 38,
          borderRadius: 46,
          background: isOwn ? palette.accent : palette.card,
          color: isOwn ? inkOn(palette.accent) : palette.ink,
          fontSize: FONT_SIZE,
          lineHeight: 1.22 + leading(text),
          direction: textDirection(text),
        }}
      >
        {text}
      </div>
      {time ? (
        <div style={{ marginTop: 8, fontSize: 30, lineHeight: 1.2, color: alpha(palette.ink, 0.7) }}>
          {time}
        </div>
      ) : null}
    </div>
  );
};

const Typing: FC<{ parts: ChatParts }> = ({ parts: { ms, palette } }) => (
  <div
    style={{
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      width: 170,
      height: 92,
      marginBottom: 24,
      borderRadius: 46,
      background: palette.card,
    }}
  >
    {[0, 1, 2].map((dot) => {
      const up = Math.max(0, Math.sin(ms / 130 - dot * 0.9));
      return (
        <div
          key={dot}
          style={{
            width: 22,
            height: 22,
            marginLeft: 7,
            marginRight: 7,
            borderRadius: 11,
            background: alpha(palette.ink, 0.35 + 0.4 * up),
            transform: `translateY(${(-12 * up).toFixed(2)}px)`,
          }}
        />
      );
    })}
  </div>
);

/** Dark or light text, whichever is read more easily on a colour. */
function inkOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return red * 0.299 + green * 0.587 + blue * 0.114 > 150 ? '#1c1420' : '#ffffff';
}
