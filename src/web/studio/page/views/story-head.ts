import { html, nothing, type TemplateResult } from 'lit';
import { ArrowDown, ArrowUp, EyeOff, Pencil, RefreshCw } from 'lucide';
import { clockTime } from '../../../player/clock.js';
import type { StudioEdition, StudioStory } from '../../api.js';
import { segmentsIn } from '../model/desk.js';
import type { Studio } from '../model/studio.js';
import { costText, count } from '../text/amounts.js';
import { costToSpeakStory } from '../text/costs.js';
import { choiceView } from './choice.js';
import { playView, tapView } from './controls.js';

const KINDS = { letter: 'Letter', story: 'Story', sponsor: 'Sponsor', section: 'Section' } as const;

/** Title, voice, and what can be done with the story as a whole; the cost stands beside. */
export function storyHeadView(studio: Studio, edition: StudioEdition, story: StudioStory): TemplateResult {
  return html`<header class="story-head">
    <div class="story-title">
      <h1 dir="auto" lang=${edition.language} title=${story.title}>${story.title}</h1>
      ${story.spoken ? spokenControls(studio, story) : leftOutControls(studio, story)}
    </div>
    <div class="story-meta">
      <p>${metaText(story)}</p>
      ${story.spoken ? html`${voiceView(studio, edition, story)} ${textControl(studio)} ${placeControls(studio, edition, story)}` : nothing}
    </div>
    <div class="columns">
      <span aria-hidden="true">Written</span><span aria-hidden="true">Spoken</span>
      <button class="tap words" type="button" aria-pressed=${String(studio.desk.onlyDiffering)} @click=${() => studio.desk.toggleFolding()}>
        Only what differs
      </button>
    </div>
  </header>`;
}

function metaText(story: StudioStory): string {
  const seconds = story.published && story.published.endSeconds - story.published.startSeconds;
  return [
    KINDS[story.kind],
    count(segmentsIn(story).length, 'segment'),
    ...(seconds === undefined ? [] : [clockTime(seconds)]),
    ...(story.markdown === undefined ? [] : ['rewritten']),
    ...(story.cost.newCharacters > 0 ? [`${costText(story.cost)}, not spoken yet`] : []),
    ...(story.spoken ? [] : ['left out']),
  ].join(' · ');
}

function spokenControls(studio: Studio, story: StudioStory): TemplateResult {
  const { cost } = story;
  const isPartlyNew = cost.newCharacters > 0;
  return html`${playView(studio, `story:${story.slug}`, {
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
      describedBy: 'voice-cost anew-note',
      act: () => void studio.orders.give({ kind: 'new-take', story: story.slug }),
    })}
    <span class="costs">
      <span class="cost" id="voice-cost">${costText(story.newTakeCost)}</span>
      ${studio.isAlwaysAlike ? html`<span class="cost" id="anew-note">anew sounds the same</span>` : nothing}
    </span>`;
}

/** What it costs is said while it is typed. */
function textControl({ rewriting }: Studio): TemplateResult {
  return tapView({
    label: 'Text…',
    name: 'Change the text of the story',
    node: Pencil,
    keys: 'E',
    act: () => rewriting.open(),
  });
}

/** Every voice of the engine; the one that the role has by itself comes first. */
function voiceView(studio: Studio, edition: StudioEdition, story: StudioStory): TemplateResult {
  const known = studio.library.voices(edition.engine)?.voices ?? [];
  const voices = story.voices.filter((voice) => !known.some(({ id }) => id === voice));
  const all = [...voices.map((id) => ({ id, name: id })), ...known];
  const own = story.orderedVoice ?? '';
  const spokenBy = all.find(({ id }) => id === story.voices[0])?.name ?? story.voices[0] ?? '';
  return choiceView({
    name: 'Voice of this story',
    describedBy: 'voice-cost',
    options: [
      { value: '', label: own === '' ? `Voice: ${spokenBy}` : 'The role’s own voice', isChosen: own === '' },
      ...all.map(({ id, name }) => ({
        value: id,
        label: id === own ? `Voice: ${name}` : name,
        isChosen: id === own,
      })),
    ],
    choose: (voice) =>
      void studio.orders.give({ kind: 'voice', story: story.slug, ...(voice === '' ? {} : { voice }) }),
  });
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
  return html`${tapView({
    label: 'Speak this story',
    hasEdge: true,
    describedBy: 'voice-cost',
    act: () => void studio.orders.give({ kind: 'story-spoken', story: story.slug, spoken: true }),
  })}
    <span class="cost" id="voice-cost">${costText(costToSpeakStory(story))}</span>`;
}
