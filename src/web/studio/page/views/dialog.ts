import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { X } from 'lucide';
import { tapView } from './controls.js';

/** A dialog as the views describe it. */
export interface DialogOptions {
  readonly title: string;
  readonly content: TemplateResult;
  readonly close: () => void;
  /** What it stands beside; in the middle of the page without. */
  readonly near?: () => DOMRect | undefined;
}

/** A modal dialog. Escape and its button close it; the browser keeps the focus in it. */
export function dialogView({ title, content, close, near }: DialogOptions): TemplateResult {
  const closed = (event: Event): void => {
    if (event.target === event.currentTarget) close();
  };
  return html`<dialog class=${near === undefined ? '' : 'near'} aria-labelledby="dialog-title" @close=${closed} ${ref(opener(near))}>
    <div class="dialog-head">
      <h2 id="dialog-title" dir="auto">${title}</h2>
      ${tapView({ label: 'Close', node: X, isIconOnly: true, act: close })}
    </div>
    ${content}
  </dialog>`;
}

/** Opened once each: drawing again must not open one that was just closed and is still to go. */
const opened = new WeakSet<Element>();

function opener(near: (() => DOMRect | undefined) | undefined): (element?: Element) => void {
  return (element) => {
    if (!(element instanceof HTMLDialogElement) || opened.has(element)) return;
    opened.add(element);
    // Once it stands in the page.
    queueMicrotask(() => {
      if (!element.isConnected) return;
      element.showModal();
      const place = near?.();
      if (place !== undefined) putNear(element, place);
    });
  };
}

const GAP = 8;

/** Below what it belongs to, else above, and always inside the window. */
function putNear(dialog: HTMLDialogElement, place: DOMRect): void {
  const { width, height } = dialog.getBoundingClientRect();
  const fitsBelow = place.bottom + GAP + height <= innerHeight - GAP;
  const top = fitsBelow ? place.bottom + GAP : place.top - GAP - height;
  const left = Math.min(place.left, innerWidth - width - GAP);
  // Properties of a style are set by script; a strict policy forbids the attribute alone.
  dialog.style.insetBlockStart = `${Math.min(Math.max(GAP, top), Math.max(GAP, innerHeight - height - GAP))}px`;
  dialog.style.left = `${Math.max(GAP, left)}px`;
}
