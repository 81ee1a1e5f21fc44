/** How long a button says that it has copied. */
const SAID_MILLISECONDS = 2000;

/**
 * Makes buttons marked `data-copy="<id>"` copy the field of that id. Without scripts the field is there to be
 * selected by hand.
 */
export function enableCopyButtons(root: Document): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const field = root.getElementById(button.dataset['copy'] ?? '');
    if (!(field instanceof HTMLTextAreaElement)) continue;
    button.hidden = false;
    button.addEventListener('click', () => void copy(field, button));
  }
}

async function copy(field: HTMLTextAreaElement, button: HTMLButtonElement): Promise<void> {
  field.select();
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(field.value);
    button.textContent = button.dataset['copied'] ?? label;
    setTimeout(() => {
      button.textContent = label;
    }, SAID_MILLISECONDS);
  } catch {
    // Pages from disk and old browsers: the text is selected, the reader copies it.
  }
}
