import type { WriteStream } from 'node:tty';

const WIDTH = 24;

/** One line that is drawn again and again on a terminal; elsewhere, a line for each change. */
export class ProgressBar {
  readonly #out: WriteStream;
  #last = '';

  constructor(out: WriteStream) {
    this.#out = out;
  }

  /** @param percent from 0 to 100 */
  show(percent: number, text: string): void {
    const filled = Math.round((percent / 100) * WIDTH);
    const line = `[${'█'.repeat(filled)}${'·'.repeat(WIDTH - filled)}] ${String(percent).padStart(3)} %  ${text}`;
    if (line === this.#last) return;
    this.#last = line;
    if (this.#out.isTTY) this.#out.write(`\r\x1b[2K${line.slice(0, this.#out.columns - 1)}`);
    else this.#out.write(`${line}\n`);
  }

  end(): void {
    if (this.#out.isTTY) this.#out.write('\n');
  }
}
