import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { Download, Moon, Share, Volume2, VolumeX } from 'lucide';
import { speeds } from '../playback.js';
import type { PlayerView } from '../view-model.js';
import { icon } from './icon.js';

/** Speed, volume, sleep, share, download. */
export function toolsView(view: PlayerView): TemplateResult {
  const { strings, playback, actions, timeline } = view;
  const sleep = html`<button class="tap" part="button" type="button" aria-label=${strings.sleep} title=${strings.sleep}
    aria-pressed=${String(playback.sleeping)} @click=${actions.toggleSleep}>${icon(Moon, { small: true })}</button>`;
  return html`<div class="tools">
    ${speedView(view)} ${volumeView(view)} ${timeline.stories.length > 1 ? sleep : nothing}
    <button class="tap" part="button" type="button" aria-label=${strings.share} title=${strings.share}
      aria-expanded=${String(view.share !== undefined)} @click=${view.share ? actions.closeShare : actions.openShare}>
      ${icon(Share, { small: true })}
    </button>
    <a class="tap" part="button" href=${view.audioUrl} download=${fileName(view)} aria-label=${strings.download} title=${strings.download}>
      ${icon(Download, { small: true })}
    </a>
  </div>`;
}

function fileName({ edition }: PlayerView): string {
  return edition.audio.file.split('/').at(-1) ?? '';
}

/** A native list: every device knows how to show one. A speed that a publisher set is one of its entries. */
function speedView({ strings, playback, language }: PlayerView): TemplateResult {
  const current = playback.audio.playbackRate;
  const choices = speeds.some((speed) => speed === current)
    ? speeds
    : [...speeds, current].sort((a, b) => a - b);
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const choose = (event: Event): void => playback.setSpeed(Number((event.target as HTMLSelectElement).value));
  return html`<select class="tap speed" part="speed" aria-label=${strings.speed} title=${strings.speed}
    .value=${live(String(current))} @change=${choose}>
    ${choices.map((speed) => html`<option value=${String(speed)} ?selected=${speed === current}>${number.format(speed)}×</option>`)}
  </select>`;
}

function volumeView(view: PlayerView): TemplateResult {
  const { strings, playback } = view;
  const { audio } = playback;
  const isSilent = audio.muted || audio.volume === 0;
  return html`<div class="volume" dir="ltr">
    <button class="tap" part="button" type="button" aria-label=${isSilent ? strings.unmute : strings.mute} aria-keyshortcuts="M"
      @click=${() => toggleMute(audio)}>
      ${icon(isSilent ? VolumeX : Volume2, { small: true })}
    </button>
    ${canSetVolume() ? volumeSlider(view) : nothing}
  </div>`;
}

function volumeSlider({ strings, playback: { audio } }: PlayerView): TemplateResult {
  const percent = audio.muted ? 0 : Math.round(audio.volume * 100);
  const change = (event: Event): void => {
    audio.muted = false;
    audio.volume = Number((event.target as HTMLInputElement).value) / 100;
  };
  return html`<input type="range" part="volume" min="0" max="100" step="5" aria-label=${strings.volume}
    aria-valuetext=${`${percent} %`} .value=${live(String(percent))} @input=${change} />`;
}

let volumeCanBeSet: boolean | undefined;

/** On iPhones only the buttons at the side change the volume; a slider would do nothing. */
function canSetVolume(): boolean {
  if (volumeCanBeSet === undefined) {
    const probe = new Audio();
    probe.volume = 0.5;
    volumeCanBeSet = probe.volume === 0.5;
  }
  return volumeCanBeSet;
}

function toggleMute(audio: HTMLAudioElement): void {
  if (audio.volume === 0) audio.volume = 1;
  else audio.muted = !audio.muted;
}
