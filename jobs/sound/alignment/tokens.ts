/** Words in the form in which two spellings of one spoken word are alike. */

/**
 * Letters and digits alone, lower case, without accents or compatibility forms: `“Café,”` → `cafe`. What has
 * neither letter nor digit becomes empty.
 */
export function normaliseToken(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/**
 * Edit distance (V. Levenshtein 1965) as a share of the longer text: 0 for equal texts, 1 for texts that
 * have nothing in common. Two empty texts are equal.
 */
export function tokenDistance(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  return longer === 0 ? 0 : editDistance(a, b) / longer;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const substitution = (previous[column - 1] as number) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const deletion = (previous[column] as number) + 1;
      const insertion = (current[column - 1] as number) + 1;
      current.push(Math.min(substitution, deletion, insertion));
    }
    previous = current;
  }
  return previous[b.length] as number;
}
