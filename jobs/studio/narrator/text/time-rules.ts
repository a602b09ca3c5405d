/** How times of day and numeric dates are read. */
import { MONTH_NAMES } from './calendar';
import { cardinal, ordinal, year } from './numbers';
import { group, type SpeakingRule } from './token-context';

/** Two digits above this are a year of the century before. */
const THIS_CENTURY = 40;
const HALF_OF_DAY = /^[ap]\.?m\.?$/iu;

export const TIME_RULES: SpeakingRule[] = [
  {
    // "9am-5pm", "7:30–9:00 p.m."
    pattern: /^(\d{1,2})(?::(\d{2}))?([ap]\.?m\.?)?[-–—](\d{1,2})(?::(\d{2}))?([ap]\.?m\.?)?$/iu,
    say: (match, { next }) => {
      const [fromMinutes, toMinutes] = [group(match, 2), group(match, 5)];
      const [fromHalf, toHalf] = [group(match, 3), group(match, 6)];
      if (!fromMinutes && !toMinutes && !fromHalf && !toHalf) return null;
      const hasHalf = Boolean(fromHalf || toHalf) || HALF_OF_DAY.test(next ?? '');
      const from = sayClock(group(match, 1), fromMinutes || '00', hasHalf);
      const to = sayClock(group(match, 4), toMinutes || '00', hasHalf);
      return [from, fromHalf && sayHalf(fromHalf), 'to', to, toHalf && sayHalf(toHalf)]
        .filter(Boolean)
        .join(' ');
    },
  },
  {
    // "10 p.m.–2 a.m."
    pattern: /^([ap]\.?m\.?)[-–—](\d{1,2})(?::(\d{2}))?$/iu,
    say: (match) =>
      `${sayHalf(group(match, 1))} to ${sayClock(group(match, 2), group(match, 3) || '00', true)}`,
  },
  {
    pattern: /^(\d{1,2})[:.h](\d{2})(?::(\d{2}))?([ap]\.?m\.?)$/iu,
    say: (match) => `${sayClock(group(match, 1), group(match, 2), true)} ${sayHalf(group(match, 4))}`,
  },
  {
    pattern: /^(\d{1,2})([ap]\.?m\.?)$/iu,
    say: (match) => `${cardinal(group(match, 1))} ${sayHalf(group(match, 2))}`,
  },
  {
    pattern: /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/u,
    say: (match, { next }) => {
      if (Number(group(match, 2)) > 59 || Number(group(match, 1)) > 24) return null;
      const clock = sayClock(group(match, 1), group(match, 2), HALF_OF_DAY.test(next ?? ''));
      const seconds = group(match, 3);
      return seconds ? `${clock} and ${cardinal(seconds)} seconds` : clock;
    },
  },
  // A ratio or a score, where it is no time.
  {
    pattern: /^(\d{1,3}):(\d{1,3})$/u,
    say: (match) => `${cardinal(group(match, 1))} to ${cardinal(group(match, 2))}`,
  },
  {
    pattern: /^(\d{4})-(\d{2})-(\d{2})$/u,
    say: (match) => sayDate(group(match, 1), group(match, 2), group(match, 3)),
  },
  {
    // Month first, unless that cannot be.
    pattern: /^(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})$/u,
    say: (match) => {
      const [, first = '', second = '', written = ''] = match;
      const century = Number(written) > THIS_CENTURY ? '19' : '20';
      const fullYear = written.length === 2 ? `${century}${written}` : written;
      return Number(first) <= 12 ? sayDate(fullYear, first, second) : sayDate(fullYear, second, first);
    },
  },
];

function sayClock(hours: string, minutes: string, hasHalf: boolean): string {
  const hour = cardinal(String(Number(hours)));
  const minute = Number(minutes);
  if (minute === 0) {
    if (hasHalf) return hour;
    return Number(hours) > 12 || Number(hours) === 0 ? `${hour} hundred` : `${hour} o'clock`;
  }
  return minute < 10 ? `${hour} oh ${cardinal(String(minute))}` : `${hour} ${cardinal(String(minute))}`;
}

function sayHalf(written: string): string {
  return written.toLowerCase().startsWith('a') ? 'ay m' : 'p m';
}

function sayDate(writtenYear: string, month: string, day: string): string | null {
  const name = MONTH_NAMES[Number(month) - 1];
  const isDay = Number(day) >= 1 && Number(day) <= 31;
  if (!name || !isDay) return null;
  return `${name} ${ordinal(String(Number(day)))} ${year(writtenYear)}`;
}
