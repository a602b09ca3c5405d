/** How well a frame does as a film's poster, from its pixels. Pure. */

/**
 * Colourfulness after Hasler and Süsstrunk, “Measuring colourfulness in natural images” (2003), and contrast, each
 * of them at most about 100.
 * @param rgb three bytes for each pixel
 */
export function frameAppeal(rgb: Uint8Array): number {
  const redGreen = new Spread();
  const yellowBlue = new Spread();
  const luma = new Spread();
  for (let at = 0; at + 2 < rgb.length; at += 3) {
    const [r, g, b] = [rgb[at] ?? 0, rgb[at + 1] ?? 0, rgb[at + 2] ?? 0];
    redGreen.add(r - g);
    yellowBlue.add((r + g) / 2 - b);
    luma.add(0.299 * r + 0.587 * g + 0.114 * b);
  }
  const colourfulness =
    Math.hypot(redGreen.deviation, yellowBlue.deviation) + 0.3 * Math.hypot(redGreen.mean, yellowBlue.mean);
  return colourfulness + luma.deviation;
}

/** Mean and standard deviation of what is added. */
class Spread {
  #count = 0;
  #sum = 0;
  #squares = 0;

  add(value: number): void {
    this.#count += 1;
    this.#sum += value;
    this.#squares += value * value;
  }

  get mean(): number {
    return this.#count === 0 ? 0 : this.#sum / this.#count;
  }

  get deviation(): number {
    return this.#count === 0 ? 0 : Math.sqrt(Math.max(0, this.#squares / this.#count - this.mean ** 2));
  }
}
