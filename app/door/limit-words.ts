/** Limits as they are typed. Pure. */

/** @returns null for none, undefined for what is no limit */
export function readLimit(text: string): number | null | undefined {
  const typed = text.trim().replace(/^\$/, '').replace(',', '.');
  if (typed === '') return null;
  const amount = Number(typed);
  return /^\d+(\.\d+)?$/.test(typed) && amount <= 1_000_000 ? amount : undefined;
}

/** As it stands in its field. */
export function limitText(amount: number | null): string {
  return amount === null ? '' : String(Number(amount.toFixed(2)));
}
