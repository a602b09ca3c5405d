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
