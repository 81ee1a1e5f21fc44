import { html, type nothing, type TemplateResult } from 'lit';
import { ArrowDown, ArrowUp, EyeOff, RefreshCw } from 'lucide';
import { clockTime } from '../../../player/clock.js';
import type { StudioEdition, StudioStory } from '../../api.js';
import { segmentsIn } from '../model/desk.js';
import type { Studio } from '../model/studio.js';
import { costText, count } from '../text/amounts.js';
import { playView, tapView } from './controls.js';

const KINDS = { letter: 'Letter', story: 'Story', sponsor: 'Sponsor', section: 'Section' } as const;

/** Title, voice, and what can be done with the story as a whole; the cost stands beside. */
export function storyHeadView(studio: Studio, edition: StudioEdition, story: StudioStory): TemplateResult {
  return html`<header class="story-head">
    <div class="story-title">
      <div>
        <h1 dir="auto" lang=${edition.language}>${story.title}</h1>
        <p>${metaText(story)}</p>
      </div>
      ${story.spoken ? spokenControls(studio, edition, story) : leftOutControls(studio, story)}
    </div>
    <div class="columns" aria-hidden="true"><span>Written</span><span>Spoken</span></div>
    ${foldView(studio)}
  </header>`;
}

function metaText(story: StudioStory): string {
  const seconds = story.published && story.published.endSeconds - story.published.startSeconds;
  return [
    KINDS[story.kind],
    count(segmentsIn(story).length, 'segment'),
    ...(seconds === undefined ? [] : [clockTime(seconds)]),
    ...(story.rewritten ? ['rewritten'] : []),
    ...(story.spoken ? [] : ['left out']),
  ].join(' · ');
}

function spokenControls(studio: Studio, edition: StudioEdition, story: StudioStory): TemplateResult {
  const { cost } = story;
  const isPartlyNew = cost.newCharacters > 0;
  return html`${voiceView(studio, edition, story)} ${placeControls(studio, edition, story)}
    ${playView(studio, `story:${story.slug}`, {
      label: 'Play story',
      name: isPartlyNew ? `Play story; speaks ${costText(cost)} first` : 'Play story',
      hasEdge: true,
      keys: 'Shift+P',
      act: () => studio.hearing.playStory(story),
    })}
    ${tapView({
      label: 'Voice anew',
      node: RefreshCw,
      hasEdge: true,
      describedBy: 'voice-cost',
      act: () => void studio.orders.give({ kind: 'new-take', story: story.slug }),
    })}
    <span class="cost" id="voice-cost">${costText(story.newTakeCost)}</span>`;
}

/** Every voice of the engine; the one that the role has by itself comes first. */
function voiceView(studio: Studio, edition: StudioEdition, story: StudioStory): TemplateResult {
  const known = studio.library.voices(edition.engine)?.voices ?? [];
  const voices = story.voices.filter((voice) => !known.some(({ id }) => id === voice));
  const all = [...voices.map((id) => ({ id, name: id })), ...known];
  const own = story.orderedVoice ?? '';
  const spokenBy = all.find(({ id }) => id === story.voices[0])?.name ?? story.voices[0] ?? '';
  const choose = (event: Event): void => {
    const voice = (event.target as HTMLSelectElement).value;
    void studio.orders.give({ kind: 'voice', story: story.slug, ...(voice === '' ? {} : { voice }) });
  };
  return html`<label class="voice">
    <span class="hidden">Voice of this story</span>
    <select class="tap words choice" aria-describedby="voice-cost" .value=${own} @change=${choose}>
      <option value="" ?selected=${own === ''}>${own === '' ? `Voice: ${spokenBy}` : 'The role’s own voice'}</option>
      ${all.map(({ id, name }) => html`<option value=${id} ?selected=${id === own}>${id === own ? `Voice: ${name}` : name}</option>`)}
    </select>
  </label>`;
}

function placeControls(studio: Studio, edition: StudioEdition, story: StudioStory): TemplateResult {
  const index = edition.stories.indexOf(story);
  const move = (by: 1 | -1) => (): void => void studio.orders.moveStory(story, by);
  return html`<span class="cluster" role="group" aria-label="Place of this story">
    ${tapView({ label: 'Move the story up', node: ArrowUp, isIconOnly: true, isDisabled: index <= 0, act: move(-1) })}
    ${tapView({
      label: 'Move the story down',
      node: ArrowDown,
      isIconOnly: true,
      isDisabled: index === edition.stories.length - 1,
      act: move(1),
    })}
    ${tapView({
      label: 'Leave the story out',
      node: EyeOff,
      isIconOnly: true,
      act: () => void studio.orders.give({ kind: 'story-spoken', story: story.slug, spoken: false }),
    })}
  </span>`;
}

function leftOutControls(studio: Studio, story: StudioStory): TemplateResult {
  return tapView({
    label: 'Speak this story',
    hasEdge: true,
    act: () => void studio.orders.give({ kind: 'story-spoken', story: story.slug, spoken: true }),
  });
}

function foldView({ desk }: Studio): TemplateResult | typeof nothing {
  return html`<button class="tap words fold-tap" type="button" aria-pressed=${String(desk.onlyDiffering)} @click=${() => desk.toggleFolding()}>
    Only what differs
  </button>`;
}
