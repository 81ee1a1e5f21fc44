import { describe, expect, it } from 'vitest';
import { droppedOf, outlineOf, read } from './reading.js';

const PAGE = `<!doctype html><html lang="en"><head><title>Slow plums | Plum Post</title><meta property="og:title" content="Slow plums">
<link rel="canonical" href="https://plum.example/slow"></head><body class="subscribe-page">
<a class="skip-link" href="#c">Skip to content</a><header class="site-header">Plum Post<nav><ul><li>Home</li></ul></nav></header>
<div class="cookie-banner">We use cookies. <button>Accept</button></div>
<main><div class="post-header"><h1>Slow plums</h1><p class="subtitle">Why they win</p><div class="byline">By Sally</div><time datetime="2026-03-02">Mar 2, 2026</time></div>
<article><p>Plums are slow, and that is their whole secret. They arrive when it is time.</p><div class="subscription-widget-wrap"><p>Thanks for reading Plum Post!</p><form><button>Subscribe</button></form></div><p>We looked at 100 of them, and every one of them was there in the end.</p></article>
<div class="teasers"><p>Fast pears</p></div>
<section class="comments"><h3>Comments</h3><article><p>Great post! I love plums.</p></article></section></main>
<aside>Most popular</aside><footer>© 2026 Plum Post</footer></body></html>`;

/** The shape of a mail: layout tables, hidden preview, spacers, pixels, social rows, address. */
const mail = (foot: string): string =>
  `<html><body><div class="preheader" style="font-size:1px;display:none">Preview</div><table width="100%"><tr><td style="font-size:0;line-height:0">&nbsp;</td></tr><tr><td><table role="presentation"><tr><td><h1>Plums are ripe</h1><p>The orchard at Ludlow opened its gates on Tuesday, and everybody may pick.</p><p>Bring a ladder, and take the wasps as they come.</p></td></tr></table></td></tr></table>${foot}<img src="https://t.example/p.gif" width="1" height="1"></body></html>`;

describe('whole pages', () => {
  it('are read from the article alone, with the title above it', async () => {
    expect(await read(PAGE, 'page.html')).toMatchObject({
      title: 'Slow plums',
      date: '2026-03-02',
      url: 'https://plum.example/slow',
    });
    expect(await outlineOf(PAGE, 'page.html')).toEqual([
      'story: Slow plums',
      '  title: Slow plums',
      '  paragraph: Why they win',
      '  paragraph: Plums are slow, and that is their whole secret. They arrive when it is time.',
      '  paragraph: We looked at 100 of them, and every one of them was there in the end.',
    ]);
  });

  it('account for everything around it', async () => {
    const rules = (await droppedOf(PAGE, 'page.html')).map((entry) => entry.split(':')[0]);
    expect(new Set(rules)).toEqual(
      new Set(['page-furniture', 'date-line', 'subscribe-box', 'outside-article', 'comments', 'page-footer']),
    );
  });
});

describe('mails as services send them', () => {
  it.each([
    [
      'Substack',
      '<div class="footer"><p>© 2026 Ann Plum<br>548 Market Street PMB 72296, San Francisco, CA 94104<br><a>Unsubscribe</a></p></div><p>Share</p><p>Like · Comment · Restack</p>',
    ],
    [
      'Ghost',
      '<table><tr><td>Plum Post © 2026 – <a>Unsubscribe</a></td></tr><tr><td><a>Powered by Ghost</a></td></tr></table>',
    ],
    [
      'beehiiv',
      '<p>Update your email preferences or unsubscribe here</p><p>© 2026 Plum Post</p><p>228 Park Ave S, #29976, New York, New York 10003, United States</p><p>Powered by beehiiv</p><p>Terms of Service</p>',
    ],
    [
      'Mailchimp',
      '<p><em>Copyright © 2026 Plum Post, All rights reserved.</em></p><p><strong>Our mailing address is:</strong></p><p>Plum Post<br>1 Orchard Way<br>Ludlow</p><p>Want to change how you receive these emails?<br>You can update your preferences or unsubscribe from this list.</p>',
    ],
    [
      'Buttondown',
      '<p>You just read issue #12 of Plum Post. You can also browse the full archives of this newsletter.</p><p>This email brought to you by Buttondown, the easiest way to start and grow your newsletter.</p>',
    ],
  ])('%s: nothing of the foot is spoken', async (_service, foot) => {
    expect(await outlineOf(mail(foot), 'mail.html')).toEqual([
      'story: Plums are ripe',
      '  title: Plums are ripe',
      '  paragraph: The orchard at Ludlow opened its gates on Tuesday, and everybody may pick.',
      '  paragraph: Bring a ladder, and take the wasps as they come.',
    ]);
  });
});
