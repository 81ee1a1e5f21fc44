import { describe, expect, it } from 'vitest';
import { outlineOf, read } from './reading.js';

/** The structures in which the usual services send mails, with the furniture that each puts around the issue. */
const SUBSTACK = `<html><head><title>The Tide Table</title></head><body>
<div class="preview" style="display:none;max-height:0px">On slack water&#847; &zwnj;</div>
<table class="email-body-container" role="presentation"><tr><td class="content"><div class="post typography">
<div class="post-header"><h1 class="post-title"><a href="https://tide.example/p/slack">On slack water</a></h1><h3 class="subtitle">And why it never is</h3>
<table class="post-meta"><tr><td><a href="#">Nell Carver</a></td><td>Nov 20</td></tr></table></div>
<div class="body markup"><p>Twice a day the harbour stands still, or seems to.</p>
<figure><img src="a.jpg" alt="A harbour"><figcaption class="image-caption">Slack water at Brixham, 6 a.m.</figcaption></figure>
<p>It doesn't.<span class="footnote-anchor"><a class="footnote-anchor" href="#footnote-1">1</a></span> The water is already turning.</p>
<div class="subscription-widget-wrap"><div class="subscription-widget"><p>The Tide Table is a reader-supported publication.</p><form><input></form></div></div>
<p class="button-wrapper"><a class="button primary" href="#"><span>Subscribe now</span></a></p>
<div class="poll-embed"><h4>Do you trust tide tables?</h4><div>Yes</div><div>No</div></div>
<div class="footnote"><a class="footnote-number" href="#footnote-anchor-1">1</a><div class="footnote-content"><p>For about four minutes.</p></div></div></div></div>
<table class="email-ufi-2-bottom"><tr><td><a href="#">Like</a></td><td><a href="#">Comment</a></td><td><a href="#">Restack</a></td></tr></table>
<div class="footer"><p>© 2026 Nell Carver<br>548 Market Street PMB 72296, San Francisco, CA 94104<br><a href="#">Unsubscribe</a></p></div></td></tr></table></body></html>`;

const BEEHIIV = `<html><head><title>Chip Wrap</title></head><body><div style="display:none;max-height:0px;overflow:hidden">Fabs ‌ ‌ ‌</div>
<table role="none"><tr><td style="font-size:12px"><p>November 20, 2026&nbsp;&nbsp;|&nbsp;&nbsp;<a href="#">Read Online</a></p></td></tr>
<tr><td><h1>Fabs, fabs, fabs</h1></td></tr><tr><td><p>Good morning, wafer fans.</p><ul><li><a href="#dresden">Dresden slips</a></li></ul></td></tr>
<tr><td id="dresden"><h2>Dresden slips</h2></td></tr><tr><td align="center"><img src="x.png" alt="" width="600"><p style="font-size:12px">A clean room in Dresden</p></td></tr>
<tr><td><p>Europe's largest chip plant is eleven months late.</p></td></tr>
<tr><td><h4>TOGETHER WITH COLDFRAME</h4><h2>Backups that restore</h2><p>Coldframe tests yours every night.</p><table role="none"><tr><td><a href="#" class="button">Start free</a></td></tr></table></td></tr>
<tr><td><h2>A browser without tabs</h2><p>Lumen shows one page at a time.</p></td></tr>
<tr><td><h3>How did you like today's issue?</h3><ul><li><a href="#">⭐⭐⭐ Loved it</a></li><li><a href="#">⭐ Not for me</a></li></ul><p><a href="#">Login</a> or <a href="#">Subscribe</a> to participate in polls.</p></td></tr>
<tr><td class="footer"><p>228 Park Ave S, #29976, New York, New York 10003, United States</p><p><a href="#">Powered by beehiiv</a></p></td></tr></table></body></html>`;

const MAILCHIMP = `<html><head><title>*|MC:SUBJECT|*</title></head><body><span class="mcnPreviewText" style="display:none;mso-hide:all">The museum reopens</span>
<center><table id="bodyTable"><tr><td id="templatePreheader"><a href="#">View this email in your browser</a></td></tr>
<tr><td><img alt="Harborough Museum" src="logo.png"></td></tr>
<tr><td class="mcnTextContent"><h1>November at the museum</h1>Dear friends,<br><br>after six years we open again on Saturday.<br><br>Warmly,<br>Ruth</td></tr>
<tr><td><table class="mcnCaptionBlock"><tr><td><img alt="" src="d.jpg"></td></tr><tr><td class="mcnTextContent" style="font-size:12px">Our dolls' house, 1890</td></tr></table></td></tr>
<tr><td class="mcnTextContent"><h3>The dolls' house is back</h3>It has been cleaned for the first time in 130 years.</td></tr>
<tr><td class="mcnButtonContent"><a class="mcnButton" href="#">Book tickets</a></td></tr>
<tr><td id="templateFooter"><a href="#">Facebook</a> <a href="#">Instagram</a> <em>Copyright © 2026 Harborough Museum, All rights reserved.</em><br><br><strong>Our mailing address is:</strong><br>14 Park Lane, Harborough LE16 7AA</td></tr></table></center></body></html>`;

const GHOST = `<html lang="en"><head><title>Ink, water, patience</title></head><body><span class="preheader">A preview</span>
<table class="body" role="presentation"><tr><td class="site-info"><a href="#">Salt and Type</a></td></tr><tr><td class="post-title"><a href="https://salt.example/p">Ink, water, patience</a></td></tr>
<tr><td class="post-meta">By Leo Marr • 20 Nov 2026 <a class="view-online-link" href="#">View in browser</a></td></tr>
<tr><td><img src="f.jpg" alt="Press"></td></tr><tr><td class="feature-image-caption">The old press.</td></tr>
<tr><td class="post-content"><p>My press weighs a ton and a half.</p><h2>The ink</h2><p>It wants warmth.</p><div class="kg-card kg-button-card"><a class="kg-btn" href="#">Order ink</a></div><h2>The water</h2><p>Rain is best.</p></td></tr>
<tr><td class="feedback-buttons"><a href="#">More like this</a><a href="#">Less like this</a></td></tr>
<tr><td class="subscription-box"><h3>Subscription details</h3><p>You are receiving this because you are a free subscriber.</p></td></tr>
<tr><td class="footer">Salt and Type © 2026 – <a href="#">Unsubscribe</a></td></tr></table></body></html>`;

const BUTTONDOWN = `<html><head><title>Field notes 12</title></head><body><h1 class="subject"><a href="#">Field notes 12</a></h1><div class="metadata">November 20, 2026</div>
<p>Hi all,</p><p>A short one: the bees are asleep.</p><h2>A book</h2><p><em>The Hive</em> by Bee Wilson.</p><h2>A link</h2><p><a href="https://bees.example/">The waggle dance, explained</a></p><p>Yours,<br>Kit</p>
<hr><p>You just read issue #12 of <strong>Field notes</strong>.</p><p>Share on <a href="#">Facebook</a>, <a href="#">via email</a></p><p>Brought to you by <a href="#">Buttondown</a>, the easiest way to start a newsletter.</p><p><a href="#">Unsubscribe</a></p></body></html>`;

describe('mails as their services send them', () => {
  it('Substack: title, subtitle, footnotes, poll, subscribe box, buttons', async () => {
    expect(await outlineOf(SUBSTACK)).toEqual([
      'story: On slack water',
      '  title: On slack water',
      '  paragraph: And why it never is',
      '  paragraph: Twice a day the harbour stands still, or seems to.',
      "  paragraph: It doesn't. The water is already turning.",
    ]);
  });

  it('beehiiv: contents, small print under pictures, sponsor, poll', async () => {
    expect(await outlineOf(BEEHIIV)).toEqual([
      'letter: Fabs, fabs, fabs',
      '  title: Fabs, fabs, fabs',
      '  paragraph: Good morning, wafer fans.',
      'story: Dresden slips',
      '  title: Dresden slips',
      "  paragraph: Europe's largest chip plant is eleven months late.",
      'sponsor: TOGETHER WITH COLDFRAME',
      '  title: TOGETHER WITH COLDFRAME',
      '  title: Backups that restore',
      '  paragraph: Coldframe tests yours every night.',
      'story: A browser without tabs',
      '  title: A browser without tabs',
      '  paragraph: Lumen shows one page at a time.',
    ]);
  });

  it('Mailchimp: paragraphs made by breaks, caption blocks, merge tags', async () => {
    expect((await read(MAILCHIMP)).title).toBe('November at the museum');
    expect(await outlineOf(MAILCHIMP)).toEqual([
      'letter: November at the museum',
      '  title: November at the museum',
      '  paragraph: Dear friends,',
      '  paragraph: after six years we open again on Saturday.',
      '  paragraph: Warmly,',
      '  paragraph: Ruth',
      "story: The dolls' house is back",
      "  title: The dolls' house is back",
      '  paragraph: It has been cleaned for the first time in 130 years.',
    ]);
  });

  it('Ghost: a title that is a cell, cards, feedback, the reader’s subscription', async () => {
    expect(await outlineOf(GHOST)).toEqual([
      'story: Ink, water, patience',
      '  title: Ink, water, patience',
      '  paragraph: My press weighs a ton and a half.',
      'story: The ink',
      '  title: The ink',
      '  paragraph: It wants warmth.',
      'story: The water',
      '  title: The water',
      '  paragraph: Rain is best.',
    ]);
  });

  it('Buttondown: everything below its first line at the foot', async () => {
    expect(await outlineOf(BUTTONDOWN)).toEqual([
      'letter: Field notes 12',
      '  title: Field notes 12',
      '  paragraph: Hi all,',
      '  paragraph: A short one: the bees are asleep.',
      'story: A book',
      '  title: A book',
      '  paragraph: The Hive by Bee Wilson.',
      'story: A link',
      '  title: A link',
      '  paragraph: The waggle dance, explained',
      '  paragraph: Yours,',
      '  paragraph: Kit',
    ]);
  });
});
