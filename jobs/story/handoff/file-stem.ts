/** A title as a file name: lower case, words joined by hyphens, nothing else. */
export function fileStem(title: string): string {
  const stem = title
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return [...stem].slice(0, 60).join('').replace(/-+$/, '') || 'storyshort';
}
