/** Ends the process with what a person can use: what happened, and what that came from. */
export function failClearly(error: unknown): never {
  for (let part: unknown = error; part !== undefined; part = part instanceof Error ? part.cause : undefined) {
    process.stderr.write(
      `${part === error ? '' : '  because: '}${part instanceof Error ? part.message : part}\n`,
    );
  }
  process.exit(1);
}
