import type { Page } from 'playwright-core';

/** Double-clicks a word of a segment's written text, wherever its line stands. */
export async function doubleClickWord(page: Page, word: string): Promise<void> {
  const [x, y] = await page
    .getByRole('article')
    .getByText(word)
    .first()
    .evaluate((element, wanted) => {
      element.scrollIntoView({ block: 'center' });
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const { left, top, width, height } = range.getBoundingClientRect();
        return [left + width / 2, top + height / 2] as const;
      }
      throw new Error(`"${wanted}" is not in one piece on the page.`);
    }, word);
  await page.mouse.dblclick(x, y);
}
