/** Names of months and days, and how they are written short. */

export const MONTH_NAMES =
  'january february march april may june july august september october november december'.split(' ');

/** Without `may`, which is never short. */
export const SHORT_MONTHS: Readonly<Record<string, string>> = {
  jan: 'january',
  feb: 'february',
  mar: 'march',
  apr: 'april',
  jun: 'june',
  jul: 'july',
  aug: 'august',
  sep: 'september',
  sept: 'september',
  oct: 'october',
  nov: 'november',
  dec: 'december',
};

/** In full and short. */
export const MONTHS: ReadonlySet<string> = new Set([...MONTH_NAMES, ...Object.keys(SHORT_MONTHS)]);

/** Without `sat` and `sun`, which are words of their own. */
export const SHORT_DAYS: Readonly<Record<string, string>> = {
  mon: 'monday',
  tue: 'tuesday',
  tues: 'tuesday',
  wed: 'wednesday',
  thu: 'thursday',
  thurs: 'thursday',
  fri: 'friday',
};
