import type { Element } from 'domhandler';

/** A picture that stands for a character: its description is the character, or names it in a few signs. */
export function isEmoji(image: Element): boolean {
  return (
    /(?:^|\s)(?:emoji|wp-smiley|an1)(?:\s|$)/.test(image.attribs['class'] ?? '') ||
    (/\p{Extended_Pictographic}/u.test(image.attribs['alt'] ?? '') &&
      (image.attribs['alt'] ?? '').length <= 8)
  );
}

/** A picture of one pixel that only tells the sender that the mail was opened. */
export function isTrackingPixel(image: Element): boolean {
  const { width = '', height = '' } = image.attribs;
  return /^[01](?:px)?$/.test(width) && /^[01](?:px)?$/.test(height);
}
