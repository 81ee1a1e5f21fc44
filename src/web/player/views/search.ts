import { html, nothing, type TemplateResult } from 'lit';
import { ChevronDown, ChevronUp, Search } from 'lucide';
import { fill } from '../strings/strings.js';
import type { PlayerView } from '../view-model.js';
import { icon } from './icon.js';

/** Search in the text: Enter goes on, Shift+Enter back, Escape ends it. */
export function searchView(view: PlayerView): TemplateResult {
  const { strings, search, actions } = view;
  const step = (name: string, node: typeof ChevronUp, by: 1 | -1): TemplateResult =>
    html`<button class="tap" part="button" type="button" aria-label=${name} @click=${() => actions.findNext(by)}>${icon(node, { small: true })}</button>`;
  return html`<div class="search" role="search">
    ${icon(Search, { small: true })}
    <input
      type="search"
      part="search"
      autocomplete="off"
      spellcheck="false"
      aria-label=${strings.search}
      placeholder=${strings.search}
      .value=${search.query}
      @input=${(event: Event) => actions.find((event.target as HTMLInputElement).value)}
      @keydown=${(event: KeyboardEvent) => searchKey(event, view)}
    />
    <span class="matches" role="status">${matchText(view)}</span>
    ${search.count > 1 ? [step(strings.previousMatch, ChevronUp, -1), step(strings.nextMatch, ChevronDown, 1)] : nothing}
  </div>`;
}

function matchText({ strings, search }: PlayerView): string {
  if (search.query.trim() === '') return '';
  if (search.count === 0) return strings.noMatch;
  return fill(strings.matchOf, { number: search.current + 1, count: search.count });
}

function searchKey(event: KeyboardEvent, { actions }: PlayerView): void {
  if (event.key === 'Enter') actions.findNext(event.shiftKey ? -1 : 1);
  else if (event.key === 'Escape') actions.find('');
  else return;
  event.preventDefault();
}
