import { html, nothing, type TemplateResult } from 'lit';
import { ChevronRight, EyeOff, TriangleAlert } from 'lucide';
import { icon } from '../../../player/views/icon.js';
import type { IssuePlan, PlannedStory } from '../../api.js';
import type { Studio } from '../model/studio.js';
import { costText, count, dayText, durationText } from '../text/amounts.js';
import { partsOf } from '../text/parts.js';
import { choiceView } from './choice.js';
import { noticeView } from './notices.js';

/** An issue before it is built: what will be spoken, what is left out and why, and what it costs. */
export function issueView(studio: Studio): TemplateResult {
  const { plan, problem } = studio.intake;
  if (plan === undefined) {
    return html`<section class="start">
      ${problem === undefined ? html`<p>Opening …</p>` : html`<div class="trouble" role="alert">${icon(TriangleAlert)}<p>${problem}</p></div>`}
      <button class="button" type="button" @click=${() => studio.go({ view: 'new' })}>Give an issue</button>
    </section>`;
  }
  return html`<section class="start">
    <h1 dir="auto" lang=${plan.language}>${plan.title}</h1>
    <p class="start-lead">${dayText(plan.date, new Date())} · ${count(plan.stories.length, 'story', 'stories')} · ${leftOutText(plan)}</p>
    ${plan.replaces ? html`<div class="trouble">${icon(TriangleAlert)}<p>An edition of this name is published already; building replaces it.</p></div>` : nothing}
    ${sumsView(studio, plan)}
    ${plan.notices.map((notice) => html`<div class="finding">${noticeView(studio, { ...notice, remedies: [] })}</div>`)}
    ${plan.stories.map((story, index) => storyView(plan, story, index === 0))} ${footView(studio, plan)}
  </section>`;
}

function leftOutText({ stories }: IssuePlan): string {
  const blocks = stories.flatMap(({ items }) => items).filter(({ item }) => item === 'dropped').length;
  return blocks === 0 ? 'everything is spoken' : `${count(blocks, 'block')} left out`;
}

function sumsView({ intake, library }: Studio, plan: IssuePlan): TemplateResult {
  const { credits } = plan;
  const engines = library.session?.engines ?? [];
  return html`<dl class="sums">
    <div><dt>To be spoken</dt><dd>${costText(plan.cost)}</dd></div>
    <div><dt>Work</dt><dd>${durationText(plan.workSeconds)}</dd></div>
    ${credits === undefined ? nothing : html`<div><dt>Left at ${plan.engine}</dt><dd>${credits.remaining} of ${credits.limit} ${credits.unit}</dd></div>`}
    <div>
      <dt><label for="issue-date">Date</label></dt>
      <dd>
        <input
          class="field"
          id="issue-date"
          type="date"
          .value=${plan.date}
          ?disabled=${!intake.canReadAgain || intake.isReading}
          @change=${(event: Event) => void intake.readAgain({ date: (event.target as HTMLInputElement).value })}
        />
      </dd>
    </div>
    <div>
      <dt aria-hidden="true">Spoken by</dt>
      <dd>
        ${choiceView({
          name: 'Spoken by',
          isDisabled: !intake.canReadAgain || intake.isReading,
          options: engines.map(({ name, title, ready }) => ({
            value: name,
            label: ready ? title : `${title} (no key)`,
            isChosen: name === plan.engine,
            isDisabled: !ready,
          })),
          choose: (engine) => void intake.readAgain({ engine }),
        })}
      </dd>
    </div>
  </dl>`;
}

/** The first story is open, so that one sees what there is to see. */
function storyView(
  { language }: IssuePlan,
  { title, kind, cost, items }: PlannedStory,
  isOpen: boolean,
): TemplateResult {
  return html`<details class="preview-story" ?open=${isOpen}>
    <summary>${icon(ChevronRight)}<span dir="auto">${title}</span>${kind === 'sponsor' ? html` <small class="quiet">Sponsor</small>` : nothing}<span class="length">${costText(cost)}</span></summary>
    ${items.map((item) =>
      item.item === 'segment'
        ? html`<p dir="auto" lang=${language} class="text">${partsOf(item.speech, item.differences, 'speech').map(({ text, difference }) => (difference === undefined ? text : html`<ins title=${`Written: ${item.source.slice(...difference.source)}`}>${text}</ins>`))}</p>`
        : html`<div class="planned-out">${icon(EyeOff)}<span dir="auto">${item.text}</span><small>${item.reason}</small></div>`,
    )}
  </details>`;
}

function footView(studio: Studio, plan: IssuePlan): TemplateResult {
  const { intake } = studio;
  const another = (): void => {
    intake.forget();
    studio.go({ view: 'new' });
  };
  return html`<div class="start-foot">
    <span class="cost">${costText(plan.cost)}, ${durationText(plan.workSeconds)}</span>
    <button class="button" type="button" @click=${another}>Another issue</button>
    <button class="button main" type="button" ?disabled=${intake.isBuilding || intake.isReading || plan.stories.length === 0} @click=${() => void intake.build()}>
      Build the edition
    </button>
  </div>`;
}
