import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const executablePath = '/usr/bin/chromium';

/** Why a test that needs a browser is skipped here; empty where there is one. */
export const noBrowser = existsSync(executablePath) ? '' : 'needs Chromium at /usr/bin/chromium';

/** A browser without a sound card's patience: sound may start without a gesture, and goes nowhere. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--autoplay-policy=no-user-gesture-required', '--mute-audio'],
  });
}

/** A page as a publisher writes it around the player. */
export interface PageOptions {
  /** Attributes of the element. */
  readonly attributes?: string;
  /** What stands inside the element. */
  readonly inside?: string;
  readonly language?: string;
  readonly direction?: 'ltr' | 'rtl';
  /** What stands before the element. */
  readonly before?: string;
}

/** HTML of a page with one player for `/no-7/edition.json`. */
export function pageWith(options: PageOptions = {}): string {
  const { attributes = 'src="no-7/edition.json"', inside = '', language = 'en', direction = 'ltr' } = options;
  return `<!doctype html><html lang="${language}" dir="${direction}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>A letter</title>
<link rel="stylesheet" href="/theme/theme.css"><script type="module" src="/player/audio-edition.js"></script></head>
<body><main class="wrap"><h1>A letter</h1>${options.before ?? ''}
<audio-edition ${attributes}>${inside}</audio-edition></main></body></html>`;
}
