import type { Element } from 'domhandler';

/** Letters from this size on are a heading's; mails are set in 14 to 18 pixels. */
const HEADING_SIZE_PIXELS = 20;

const PIXELS_PER_UNIT: Readonly<Record<string, number>> = { px: 1, pt: 4 / 3, em: 16, rem: 16 };

/** What browsers set text in, and `<small>`. */
export const DEFAULT_FONT_SIZE_PIXELS = 16;
const SMALL_FONT_SIZE_PIXELS = 13;

/** The size of letters that an element sets, in pixels; undefined where it keeps the size it stands in. */
export function fontSizeOf(element: Element): number | undefined {
  const size = sizeIn(element.attribs['style']);
  return size ?? (element.name === 'small' ? SMALL_FONT_SIZE_PIXELS : undefined);
}

function sizeIn(style: string | undefined): number | undefined {
  const size = style ? /(?:^|[;\s])font-size\s*:\s*([\d.]+)(px|pt|r?em)/i.exec(style) : null;
  return size ? Number(size[1]) * (PIXELS_PER_UNIT[size[2]?.toLowerCase() ?? 'px'] ?? 1) : undefined;
}

/** Whether an element's style makes its text bold or large (true), sets it back (false), or says nothing. */
export function boldnessOf(element: Element): boolean | undefined {
  const style = element.attribs['style'];
  if (!style) return undefined;
  const weight = /(?:^|[;\s])font-weight\s*:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase();
  const size = sizeIn(style);
  if (weight === 'bold' || weight === 'bolder' || Number(weight) >= 600) return true;
  if (size !== undefined && size >= HEADING_SIZE_PIXELS) return true;
  return weight !== undefined || size !== undefined ? false : undefined;
}
