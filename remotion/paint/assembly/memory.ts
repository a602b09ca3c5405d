/** The memory that images lie in, and what is made of their pixels when they come. */

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

/** Multiplies colours by their alpha, in place. */
export function premultiply(image: usize, pixels: i32): void {
  const end = image + ((<usize>pixels) << 2);
  for (let at = image; at < end; at += 4) {
    const pixel = load<u32>(at);
    const alpha = pixel >>> 24;
    if (alpha === 255) continue;
    if (alpha === 0) {
      store<u32>(at, 0);
      continue;
    }
    const r = ((pixel & 255) * alpha + 127) / 255;
    const g = (((pixel >>> 8) & 255) * alpha + 127) / 255;
    const b = (((pixel >>> 16) & 255) * alpha + 127) / 255;
    store<u32>(at, r | (g << 8) | (b << 16) | (alpha << 24));
  }
}

/** For each row of an image, the first pixel that is seen and the one after the last: two 32-bit numbers. */
export function bounds(image: usize, width: i32, height: i32, spans: usize): void {
  for (let y = 0; y < height; y++) {
    const begin = image + <usize>(y * width) * 4;
    let from = 0;
    while (from < width && load<u8>(begin + <usize>from * 4 + 3) === 0) from++;
    let to = width;
    while (to > from && load<u8>(begin + <usize>to * 4 - 1) === 0) to--;
    store<i32>(spans + <usize>y * 8, from);
    store<i32>(spans + <usize>y * 8 + 4, to);
  }
}
