const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" };

/** A text as a browser reads it out of HTML that React wrote. */
export function readText(html: string): string {
  return html.replace(/&(amp|lt|gt|quot|#x27|#39);/g, (entity, name: string) => SIGNS[name] ?? entity);
}

/** The story that a page's form shows. */
export function readStoryAgain(page: string): string {
  const [, written = ''] = /<textarea[^>]*>\n?([^<]*)<\/textarea>/.exec(page) ?? [];
  return readText(written);
}
