import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { IconNode } from 'lucide';
import { LoaderCircle, Pause, Play } from 'lucide';
import { icon } from '../../../player/views/icon.js';
import type { HearingName } from '../model/hearing.js';
import type { Studio } from '../model/studio.js';

/** A button as the views describe it. */
export interface ButtonOptions {
  /** Shown, or with `isIconOnly` read out and shown on hovering. */
  readonly label: string;
  /** What the button is called where the shown words say too little. */
  readonly name?: string;
  readonly node?: IconNode;
  readonly isIconOnly?: boolean;
  readonly hasEdge?: boolean;
  readonly isDisabled?: boolean;
  /** As `aria-keyshortcuts`. */
  readonly keys?: string;
  /** Id of what describes it further: its cost. */
  readonly describedBy?: string;
  /** Whether what it opens is open. */
  readonly isExpanded?: boolean;
  readonly act: () => void;
}

/** A quiet button: an icon, words, or both. */
export function tapView(options: ButtonOptions): TemplateResult {
  const { label, name, node, isIconOnly = false, hasEdge = false, isDisabled = false } = options;
  const look = `tap${isIconOnly ? '' : ' words'}${hasEdge ? ' edge' : ''}`;
  return html`<button
    class=${look}
    type="button"
    aria-label=${ifDefined(isIconOnly ? (name ?? label) : name)}
    title=${ifDefined(isIconOnly ? label : undefined)}
    aria-keyshortcuts=${ifDefined(options.keys)}
    aria-describedby=${ifDefined(options.describedBy)}
    aria-expanded=${ifDefined(options.isExpanded === undefined ? undefined : String(options.isExpanded))}
    ?disabled=${isDisabled}
    @click=${options.act}
  >${node === undefined ? nothing : icon(node)}${isIconOnly ? nothing : label}</button>`;
}

/** A button that plays, pauses, or waits for something to be spoken. */
export function playView(
  studio: Studio,
  hearing: HearingName,
  options: Pick<ButtonOptions, 'label' | 'name' | 'act' | 'hasEdge' | 'isIconOnly' | 'node' | 'keys'>,
): TemplateResult {
  const state = studio.hearing.stateOf(hearing);
  const { label, name = label, node = Play } = options;
  if (state === 'speaking') {
    return tapView({
      ...options,
      label: 'Speaking…',
      name: `Speaking… Stop: ${name}`,
      node: LoaderCircle,
      act: () => studio.hearing.stop(),
    });
  }
  const isPlaying = state === 'playing';
  return tapView({
    ...options,
    label: isPlaying ? 'Pause' : label,
    name: isPlaying ? `Pause: ${name}` : name,
    node: isPlaying ? Pause : node,
  });
}
