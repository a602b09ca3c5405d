import type { Page } from 'playwright-core';

/**
 * What a page of another language still says in English: three words of Latin letters in a row, seen or heard. What
 * carries a language of its own or is typed as it stands does not count.
 */
export function englishLeftOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const english =
      /(?:^|[^\p{L}\p{N}/_.-])[A-Za-z]{2,}(?:['’][a-z]+)? [a-z]{2,}(?:['’][a-z]+)?,? [a-z]{2,}(?=[^\p{L}/_-]|$)/u;
    const own = (element: Element | null) =>
      element?.closest('[lang]:not(html), code, kbd, pre, script, noscript, style, textarea, option[lang]') ??
      null;
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent?.replace(/\s+/g, ' ').trim() ?? '';
      if (english.test(text) && !own(walker.currentNode.parentElement)) found.add(text);
    }
    for (const name of ['title', 'alt', 'placeholder', 'aria-label', 'aria-description']) {
      for (const element of document.querySelectorAll(`[${name}]`)) {
        const text = element.getAttribute(name) ?? '';
        if (english.test(text) && !own(element)) found.add(`${name}: ${text}`);
      }
    }
    if (english.test(document.title)) found.add(`title of the page: ${document.title}`);
    return [...found];
  });
}
