/** A colour such as `#ff8800`, as far as it covers what is behind it, from 0 to 1. */
export function alpha(color: string, opacity: number): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return `rgba(${channels.join(', ')}, ${opacity.toFixed(3)})`;
}
