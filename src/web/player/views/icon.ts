import { html, nothing, type SVGTemplateResult, svg, type TemplateResult } from 'lit';
import type { IconNode } from 'lucide';

/** Icons of the Lucide family (ISC), drawn from their nodes; decoration only, names stand on the controls. */
export function icon(
  node: IconNode,
  options: { readonly label?: string; readonly small?: boolean } = {},
): TemplateResult {
  return html`<svg class=${options.small ? 'icon small' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
    ${node.map(([name, attributes]) => shape(name, attributes))}
    ${options.label === undefined ? nothing : svg`<text x="12" y="15" text-anchor="middle">${options.label}</text>`}
  </svg>`;
}

/** Only the shapes that the icons in use are made of. */
function shape(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
): SVGTemplateResult {
  const at = (key: string): string | number => attributes[key] ?? '';
  if (name === 'rect') {
    return svg`<rect x=${at('x')} y=${at('y')} width=${at('width')} height=${at('height')} rx=${at('rx')}></rect>`;
  }
  if (name === 'circle') return svg`<circle cx=${at('cx')} cy=${at('cy')} r=${at('r')}></circle>`;
  return svg`<path d=${at('d')}></path>`;
}
