import { type CSSResult, unsafeCSS } from 'lit';
import reading from '../../theme/reading.css';
import tokens from '../../theme/tokens.css';
import bar from './bar.css';
import base from './base.css';
import card from './card.css';
import controls from './controls.css';
import embed from './embed.css';
import modes from './modes.css';
import page from './page.css';
import panels from './panels.css';
import sliders from './sliders.css';
import stories from './stories.css';
import text from './text.css';

/** The player's sheets in order of the cascade: tokens, parts, layouts, and what a reader's settings override. */
export const styles: CSSResult[] = [
  ...[tokens, reading, base, controls, sliders, bar, panels, stories, text, card, embed, page, modes],
].map((sheet) => unsafeCSS(sheet));
