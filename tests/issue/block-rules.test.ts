import { describe, expect, it } from 'vitest';
import { BLOCK_RULES } from '../../src/issue/block-rules.js';
import { droppedOf } from './reading.js';

/** For every rule lines that it leaves out, and sentences of an issue that come close and must be spoken. */
const EXAMPLES: Readonly<
  Record<string, { readonly out: readonly string[]; readonly spoken: readonly string[] }>
> = {
  'player-line': {
    out: ['Loading the Plum Audio Player...', 'Listen to this article'],
    spoken: ['Loading a player piano onto a cart took them two hours and three men.'],
  },
  'view-in-browser': {
    out: ['View this email in your browser', 'Read online', 'Having trouble viewing this email?'],
    spoken: ['Read online reviews before you buy a ladder, says the council.'],
  },
  'sharing-line': {
    out: ['Share', 'Like · Comment · Restack', '♡ 12 Likes', 'Share this post', 'Share Plum Post'],
    spoken: ['Share your plums with your neighbours this week.'],
  },
  'feedback-line': {
    out: [
      'How did we do?',
      'What did you think of today’s issue?',
      'How was this week’s edition?',
      'Rate us on your favourite podcast app',
    ],
    spoken: ['How did we do it? With ladders.'],
  },
  'forwarded-line': {
    out: [
      'Was this email forwarded to you? Sign up here.',
      'Forwarded this? Subscribe.',
      'Forward this email to a friend',
    ],
    spoken: ['The letter was forwarded to the council on Tuesday.'],
  },
  'subscribe-line': {
    out: [
      'Subscribe now',
      'Upgrade to paid',
      'Stay updated with weekly plum news delivered to your inbox',
      'Type your email…',
      'Thanks for reading Plum Post!',
    ],
    spoken: ['Thanks for reading!', 'Subscribers of the Ludlow Post got free jam on Tuesday.'],
  },
  'unsubscribe-line': {
    out: [
      'Unsubscribe',
      'You are receiving this email because you like plums.',
      'Update your preferences',
      'You received this because you like plums.',
    ],
    spoken: [
      'The unsubscribe link at the top of the page, in large type. Sounds mad. Complaints fell to zero and so, a month later, did the spam score.',
      'You are receiving more plums than you can eat? Make jam.',
      'If you’re seeing this in your garden, call us.',
    ],
  },
  'sent-with-line': {
    out: ['Powered by beehiiv', 'This email brought to you by Buttondown, the easiest way to start.'],
    spoken: ['The mill is powered by water and has been for 300 years.'],
  },
  'legal-line': {
    out: [
      '© 2026 Plum Post',
      'Copyright 2026 Plum Post',
      'Privacy Policy | Terms of Service',
      'Registered charity no. 1020304',
      'This newsletter is for information only and is not investment advice.',
      'This newsletter is for general information only.',
      'This letter is not an offer to sell plums.',
      'The Plum Trust is a registered charity in England (no. 1098765).',
      'Plum Post is published by the Ludlow Fruit Mission.',
    ],
    spoken: [
      'Terms of the lease were not made public on Tuesday.',
      'Copyright law protects plums, says the court.',
    ],
  },
  'cookie-line': {
    out: ['We use cookies to improve your visit.', 'Accept all'],
    spoken: ['The cookies were gone by noon.'],
  },
  'reading-time': {
    out: ['5 min read', 'May 3, 2026 · 5 min read'],
    spoken: ['It is a 5 min walk from the bridge.'],
  },
  'date-line': {
    out: ['May 3, 2026', 'Published 3 May 2026'],
    spoken: ['May 3, 2026 was the day the mill burned down.'],
  },
  'picture-credit': {
    out: ['Photo by Ann Plum', 'Illustration: Bob Pear', 'Getty Images', 'Ann Plum/Reuters'],
    spoken: [
      'Source: The Orchard Review',
      'Photos by the hundred arrived at the office. Nobody opened them.',
      'Reuters reports that plums are late.',
      'Sources: two growers said so. A third would not.',
    ],
  },
  'postal-address': {
    out: [
      '1 Main Street, Suite 200, Springfield, IL 62701',
      '12 Aiolou Street, 105 51 Athens',
      'Am Markt 3, 20095 Hamburg',
    ],
    spoken: ['In 2026, 30000 Britons ate plums.'],
  },
  'contents-line': { out: ['Plums fall'], spoken: ['Plums fall early this year.'] },
  'bare-address': { out: ['https://plum.example/a/b?c=d'], spoken: [] },
  decoration: { out: ['· · ·', '🍑🍑🍑'], spoken: [] },
};

const BEFORE = '<p>Plums are ripe.</p><p>They are blue.</p><p>They are cheap, too.</p><p>Come and eat.</p>';

function inPlace(rule: string, text: string): string {
  if (rule === 'date-line') return `<p>${text}</p>${BEFORE}`;
  if (rule === 'contents-line') return `<ul><li><a href="#plums">${text}</a></li></ul>${BEFORE}`;
  return `${BEFORE}<p>${text}</p>`;
}

describe('block rules', () => {
  it('takes a source below a picture or its caption for the picture’s', async () => {
    const picture = '<img src="plums.png" alt="Plums by county">';
    expect(await droppedOf(`${BEFORE}${picture}<p>Source: Bank of Ludlow</p>`)).toEqual([
      'alt-text: Plums by county',
      'picture-credit: Source: Bank of Ludlow',
    ]);
  });

  it.each(BLOCK_RULES.map((rule) => rule.name))('%s leaves its examples out', async (name) => {
    const examples = EXAMPLES[name]?.out ?? [];
    expect(examples).not.toEqual([]);
    for (const text of examples) {
      expect(await droppedOf(inPlace(name, text))).toEqual([`${name}: ${text}`]);
    }
  });

  it.each(Object.values(EXAMPLES).flatMap(({ spoken }) => spoken))('speaks: %s', async (text) => {
    expect(await droppedOf(`${BEFORE}<p>${text}</p>`)).toEqual([]);
  });
});
