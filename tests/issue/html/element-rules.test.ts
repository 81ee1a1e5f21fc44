import { describe, expect, it } from 'vitest';
import { ELEMENT_RULES } from '../../../src/issue/html/element-rules.js';
import { droppedOf, outlineOf } from '../reading.js';

/** For every rule an element that it leaves out. */
const EXAMPLES: Readonly<Record<string, string>> = {
  'hidden-element': '<div style="display:none; max-height:0">Furniture</div>',
  footnotes: '<section class="footnotes"><p>Furniture</p></section>',
  preheader: '<span class="preheader">Furniture</span>',
  'screen-reader-text': '<span class="sr-only">Furniture</span>',
  control: '<button>Furniture</button>',
  form: '<form>Furniture</form>',
  'navigation-element': '<nav><a href="/">Furniture</a></nav>',
  'page-footer': '<footer>Furniture</footer>',
  'picture-caption': '<figure><figcaption>Furniture</figcaption></figure>',
  'picture-credit': '<span class="photo-credit">Furniture</span>',
  'share-box': '<div class="share-buttons">Furniture</div>',
  'subscribe-box': '<div class="subscription-widget-wrap">Furniture</div>',
  poll: '<div class="poll-embed">Furniture</div>',
  button: '<p class="button-wrapper"><a class="button" href="/">Furniture</a></p>',
  player: '<div id="audio-player">Furniture</div>',
  comments: '<section id="comments">Furniture</section>',
  related: '<section class="related-posts">Furniture</section>',
  'page-furniture': '<div class="cookie-banner">Furniture</div>',
  'view-in-browser-box': '<div class="view-in-browser">Furniture</div>',
  'unsubscribe-box': '<td class="unsubscribe">Furniture</td>',
  'code-listing': '<pre>Furniture</pre>',
};

const ISSUE =
  '<h2>Plums</h2><p>The plums in the orchard at Ludlow are ripe, and everybody may pick them.</p>';

describe('element rules', () => {
  it.each(ELEMENT_RULES.map((rule) => rule.name))('%s leaves its example out', async (name) => {
    expect(await droppedOf(`${ISSUE}${EXAMPLES[name] ?? 'no example'}`)).toEqual([`${name}: Furniture`]);
  });

  it('believes no name of a box that holds most of the text', async () => {
    expect(await outlineOf(`<div class="newsletter-signup social footer">${ISSUE}</div>`)).toHaveLength(3);
  });

  it('does not look for names in the ids of headings, which are made of their words', async () => {
    const said = await outlineOf(
      `${ISSUE}<h2 id="social-sharing-is-popular">Sharing</h2><p>It is popular in Ludlow.</p>`,
    );
    expect(said).toContain('story: Sharing');
  });
});
