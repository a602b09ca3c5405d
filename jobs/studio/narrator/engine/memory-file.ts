/** Bytes that grow as they are written. */
export class MemoryFile {
  private bytes: Uint8Array;
  length: number;

  constructor(content: Uint8Array = new Uint8Array(0)) {
    this.bytes = content;
    this.length = content.length;
  }

  write(position: number, chunk: Uint8Array): void {
    const needed = position + chunk.length;
    if (needed > this.bytes.length) {
      const grown = new Uint8Array(Math.max(needed, this.bytes.length * 2, 4096));
      grown.set(this.bytes.subarray(0, this.length));
      this.bytes = grown;
    }
    this.bytes.set(chunk, position);
    this.length = Math.max(this.length, needed);
  }

  read(position: number, length: number): Uint8Array {
    return this.bytes.subarray(position, Math.min(position + length, this.length));
  }

  content(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }
}
