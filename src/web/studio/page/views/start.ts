import { html, nothing, type TemplateResult } from 'lit';
import { FileUp, TriangleAlert } from 'lucide';
import { icon } from '../../../player/views/icon.js';
import { isKeepKey, modifierName } from '../keys.js';
import type { Studio } from '../model/studio.js';

/** What is read: what the program's readers know by their endings. */
const ACCEPTED = '.html,.htm,.md,.markdown,.txt,.eml,text/html,text/markdown,text/plain,message/rfc822';

/** An issue is given here: as a file, as text, or by its address. */
export function startView(studio: Studio): TemplateResult {
  const { intake, library } = studio;
  return html`<section
    class="start"
    aria-busy=${String(intake.isReading)}
    @dragover=${dragged}
    @dragleave=${left}
    @drop=${(event: DragEvent) => dropped(event, studio)}
    @paste=${(event: ClipboardEvent) => pasted(event, studio)}
  >
    <h1>${library.isEmpty ? 'Turn an issue into an audio edition' : 'A new edition'}</h1>
    <p class="start-lead">
      Give an issue of your newsletter. You see what will be spoken, what is left out and what it costs, before anything
      is built or paid.
    </p>
    ${problemView(intake.problem)} ${dropView(studio)}
    <p class="or">or</p>
    ${addressView(studio)}
    <p class="or">or</p>
    ${textView(studio)}
    <p class="hidden" role="status">${intake.isReading ? 'Reading the issue …' : ''}</p>
  </section>`;
}

function problemView(problem: string | undefined): TemplateResult | typeof nothing {
  if (problem === undefined) return nothing;
  return html`<div class="trouble" role="alert">${icon(TriangleAlert)}<p>${problem}</p></div>`;
}

function dropView({ intake }: Studio): TemplateResult {
  const chosen = (event: Event): void => {
    const file = (event.target as HTMLInputElement).files?.[0];
    if (file !== undefined) void intake.readFile(file);
  };
  return html`<div class="drop">
    ${icon(FileUp)}
    <p><b>Drop an issue here</b></p>
    <p class="quiet">HTML, Markdown, plain text or a mail (.eml)</p>
    <label class="button">
      Choose a file<input class="hidden" type="file" accept=${ACCEPTED} ?disabled=${intake.isReading} @change=${chosen} />
    </label>
  </div>`;
}

function addressView({ intake }: Studio): TemplateResult {
  const submitted = (event: SubmitEvent): void => {
    event.preventDefault();
    const url = String(new FormData(event.target as HTMLFormElement).get('url') ?? '').trim();
    if (url !== '') void intake.read({ url });
  };
  return html`<form @submit=${submitted}>
    <label class="labelled" for="issue-url">Its address</label>
    <div class="inline">
      <input class="field" id="issue-url" name="url" type="url" required placeholder="https://" autocomplete="off"
        .value=${intake.typed('issue-url')} @input=${typed(intake)} />
      <button class="button" type="submit" ?disabled=${intake.isReading}>Read it</button>
    </div>
  </form>`;
}

function textView({ intake }: Studio): TemplateResult {
  const submitted = (event: SubmitEvent): void => {
    event.preventDefault();
    const text = String(new FormData(event.target as HTMLFormElement).get('text') ?? '');
    if (text.trim() !== '') void intake.read({ text });
  };
  const pressed = (event: KeyboardEvent): void => {
    if (!isKeepKey(event)) return;
    event.preventDefault();
    (event.target as HTMLTextAreaElement).form?.requestSubmit();
  };
  return html`<form @submit=${submitted}>
    <label class="labelled" for="issue-text">Its text</label>
    <textarea class="field" id="issue-text" name="text" required placeholder="Markdown, HTML or plain text"
      .value=${intake.typed('issue-text')} @input=${typed(intake)} @keydown=${pressed}></textarea>
    <div class="dialog-foot"><button class="button" type="submit" ?disabled=${intake.isReading}>${intake.isReading ? 'Reading …' : html`Read the text <kbd>${modifierName} ↵</kbd>`}</button></div>
  </form>`;
}

/** The fields are called as they are remembered. */
function typed(intake: Studio['intake']) {
  return ({ target }: InputEvent): void => {
    const { id, value } = target as HTMLInputElement | HTMLTextAreaElement;
    if (id === 'issue-url' || id === 'issue-text') intake.type(id, value);
  };
}

function dragged(event: DragEvent): void {
  event.preventDefault();
  (event.currentTarget as Element).querySelector('.drop')?.classList.add('over');
}

function left(event: DragEvent): void {
  (event.currentTarget as Element).querySelector('.drop')?.classList.remove('over');
}

function dropped(event: DragEvent, { intake }: Studio): void {
  event.preventDefault();
  left(event);
  const file = event.dataTransfer?.files[0];
  const text = event.dataTransfer?.getData('text/plain') ?? '';
  if (file !== undefined) void intake.readFile(file);
  else if (/^https?:\/\/\S+$/.test(text.trim())) void intake.read({ url: text.trim() });
  else if (text.trim() !== '') void intake.read({ text });
}

/** A file or formatted text that is pasted beside the fields; in a field pasting is what it always is. */
function pasted(event: ClipboardEvent, { intake }: Studio): void {
  if (event.target instanceof Element && event.target.closest('input, textarea') !== null) return;
  const file = event.clipboardData?.files[0];
  const markup = event.clipboardData?.getData('text/html') ?? '';
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (file !== undefined) void intake.readFile(file);
  else if (markup.trim() !== '') void intake.readFile(new File([markup], 'pasted.html'));
  else if (text.trim() !== '') void intake.read({ text });
}
