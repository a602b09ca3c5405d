/** `$0.42`, `$12.00`; amounts under a cent keep the digits that tell them from nothing: `$0.0035`. */
export function formatUsd(amount: number): string {
  if (amount > 0 && amount < 0.01) return `$${Number(amount.toPrecision(2))}`;
  return `$${amount.toFixed(2)}`;
}
