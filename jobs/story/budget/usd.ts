/** US dollars. The ledger keeps six decimals, so every sum is rounded up to a millionth. */
export type Usd = number;

const MICRO = 1_000_000;

/** Rounds up to a millionth of a dollar; up, so that many small calls are never counted as nothing. */
export function roundUpUsd(amount: number): Usd {
  // The factor's own rounding error must not push an exact amount to the next millionth.
  return Math.ceil(Number((amount * MICRO).toPrecision(12))) / MICRO;
}

export function sumUsd(amounts: readonly Usd[]): Usd {
  return roundUpUsd(amounts.reduce((sum, amount) => sum + amount, 0));
}

/** `$0.42`, `$12.00`; amounts under a cent keep the digits that tell them from nothing: `$0.0035`. */
export function formatUsd(amount: number): string {
  if (amount > 0 && amount < 0.01) return `$${Number(amount.toPrecision(2))}`;
  return `$${amount.toFixed(2)}`;
}
