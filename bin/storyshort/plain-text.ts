/** Text from elsewhere as a terminal may show it. Pure. */

/** Without what a terminal would obey: control characters, but for line breaks and tabs. */
export function plainText(text: string): string {
  return text.replace(/(?![\n\t])\p{Cc}/gu, '');
}
