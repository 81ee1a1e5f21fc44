import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { ChevronDown } from 'lucide';
import { icon } from '../../../player/views/icon.js';

/** A native list to choose from, in the look of a quiet button. */
export interface ChoiceOptions {
  readonly name: string;
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    readonly isChosen: boolean;
    readonly isDisabled?: boolean;
  }[];
  readonly isDisabled?: boolean;
  /** Id of what describes it further: what choosing costs. */
  readonly describedBy?: string;
  readonly choose: (value: string) => void;
}

export function choiceView({
  name,
  options,
  isDisabled = false,
  describedBy,
  choose,
}: ChoiceOptions): TemplateResult {
  const chosen = options.find((option) => option.isChosen)?.value ?? '';
  return html`<span class="choice">
    <select
      class="tap words"
      aria-label=${name}
      aria-describedby=${ifDefined(describedBy)}
      ?disabled=${isDisabled}
      @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
    >
      ${options.map(
        ({ value, label, isDisabled: isOff = false }) =>
          html`<option value=${value} ?disabled=${isOff} .selected=${value === chosen}>${label}</option>`,
      )}</select
    >${icon(ChevronDown)}
  </span>`;
}
