/** What the compiler said, by file. Pure. */

/** A line such as `app/root.tsx(3,7): error TS2322: …`, with the lines below it that belong to it. */
const BEGINNING = /^(?<file>[^\s(][^(]*)\(\d+,\d+\): error /;

/**
 * Divides the compiler's plain output into the errors of the files asked for and the number of all others.
 * @param files paths from the root, as the compiler prints them
 */
export function typeErrorsOf(
  output: string,
  files: ReadonlySet<string>,
): { told: string[]; elsewhere: number } {
  const told: string[] = [];
  let elsewhere = 0;
  let isWanted = false;
  for (const line of output.split('\n')) {
    const file = BEGINNING.exec(line)?.groups?.file;
    if (file !== undefined) {
      isWanted = files.has(file);
      if (!isWanted) elsewhere += 1;
    }
    if (isWanted && line !== '') told.push(line);
  }
  return { told, elsewhere };
}
