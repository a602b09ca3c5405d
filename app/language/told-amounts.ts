/** Money and numbers as the house writes them, by the customs of a language. Pure. */

/** `$0.42` with its own digits; null for anything else. */
export function moneyBy(customs: string, text: string): string | null {
  const [, digits = '', decimals = ''] = /^\$(\d+(?:\.(\d+))?)$/.exec(text) ?? [];
  if (digits === '') return null;
  return new Intl.NumberFormat(customs, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: decimals.length,
    maximumFractionDigits: decimals.length,
  }).format(Number(digits));
}

/** `1234.5`, of which four digits stand together, as in a year; null for anything else. */
export function numberBy(customs: string, text: string): string | null {
  const [whole, decimals = ''] = /^\d{1,12}(?:\.(\d{1,6}))?$/.exec(text) ?? [];
  if (whole === undefined) return null;
  const options = { minimumFractionDigits: decimals.length, useGrouping: 'min2' } as const;
  return new Intl.NumberFormat(customs, options).format(Number(whole));
}
