/** The memory that images and frames lie in. */

/** Takes memory for so many bytes; all that was taken is given back by `reset`. @returns its address, or 0 for none */
export function take(bytes: i32): usize {
  const at = (top + 15) & ~15;
  const pages = <i32>((at + bytes + 0xffff) >>> 16);
  if (pages > memory.size()) {
    if (memory.grow(pages - memory.size()) < 0) return 0;
  }
  top = at + bytes;
  return at;
}
let top: usize = __heap_base;

export function reset(): void {
  top = __heap_base;
}
