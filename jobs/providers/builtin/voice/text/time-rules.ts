/** How times of day and numeric dates are read. */
import { cardinal, ordinal, year } from './numbers';
import { group, type SpeakingRule } from './token-context';

const MONTH_NAMES =
  'january february march april may june july august september october november december'.split(' ');
const HALF_OF_DAY = /^[ap]\.?m\.?$/iu;

export const TIME_RULES: SpeakingRule[] = [
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
      if (Number(group(match, 2)) > 59) return null;
      const clock = sayClock(group(match, 1), group(match, 2), HALF_OF_DAY.test(next ?? ''));
      const seconds = group(match, 3);
      return seconds ? `${clock} and ${cardinal(seconds)} seconds` : clock;
    },
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
      const fullYear = written.length === 2 ? `20${written}` : written;
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
