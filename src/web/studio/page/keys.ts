/** Everything that a key does. */
export type Command =
  | 'play'
  | 'play-story'
  | 'join'
  | 'next'
  | 'previous'
  | 'next-story'
  | 'previous-story'
  | 'next-word'
  | 'previous-word'
  | 'edit'
  | 'story-text'
  | 'say'
  | 'new-take'
  | 'take-a'
  | 'take-b'
  | 'choose-take'
  | 'leave-out'
  | 'undo'
  | 'redo'
  | 'find'
  | 'publish'
  | 'help';

/** A row of the table that `?` shows. */
export interface KeyRow {
  readonly command: Command;
  /** As `KeyboardEvent.key`; `Mod+z` is ⌘Z or Ctrl+Z. */
  readonly keys: readonly string[];
  /** As it is shown. */
  readonly shown: string;
  readonly does: string;
}

const MOD = /Mac|iP(hone|ad)/.test(globalThis.navigator?.userAgent ?? '') ? '⌘' : 'Ctrl';

/** The studio's keys, in the order in which `?` shows them. */
export const KEYS: readonly KeyRow[] = [
  { command: 'play', keys: [' '], shown: 'Space', does: 'Play or pause the segment' },
  { command: 'join', keys: ['J'], shown: '⇧ J', does: 'Play the join to the next segment' },
  { command: 'play-story', keys: ['P'], shown: '⇧ P', does: 'Play the story from here' },
  { command: 'next', keys: ['j', 'ArrowDown'], shown: 'J', does: 'Next segment' },
  { command: 'previous', keys: ['k', 'ArrowUp'], shown: 'K', does: 'Segment before' },
  { command: 'next-story', keys: [']'], shown: ']', does: 'Next story' },
  { command: 'previous-story', keys: ['['], shown: '[', does: 'Story before' },
  { command: 'next-word', keys: ['ArrowRight'], shown: '→', does: 'Pick the next word' },
  { command: 'previous-word', keys: ['ArrowLeft'], shown: '←', does: 'Pick the word before' },
  { command: 'say', keys: ['s'], shown: 'S', does: 'Say the picked word like this' },
  { command: 'edit', keys: ['Enter'], shown: 'Enter', does: 'Change the spoken text' },
  { command: 'story-text', keys: ['e'], shown: 'E', does: 'Change the text of the story' },
  { command: 'new-take', keys: ['r'], shown: 'R', does: 'New take' },
  { command: 'take-a', keys: ['1'], shown: '1', does: 'Hear take A' },
  { command: 'take-b', keys: ['2'], shown: '2', does: 'Hear take B' },
  { command: 'choose-take', keys: ['c'], shown: 'C', does: 'Choose the take heard last' },
  { command: 'leave-out', keys: ['x'], shown: 'X', does: 'Leave the segment out, or speak it again' },
  { command: 'undo', keys: ['u', 'Mod+z'], shown: 'U', does: 'Undo the last change' },
  { command: 'redo', keys: ['U', 'Mod+Z'], shown: '⇧ U', does: 'Do it again' },
  { command: 'find', keys: ['/'], shown: '/', does: 'Find a sentence' },
  { command: 'publish', keys: ['Mod+Enter'], shown: `${MOD} ↵`, does: 'Review and publish' },
  { command: 'help', keys: ['?'], shown: '?', does: 'Show the keys' },
];

/** How the key for ⌘ or Ctrl is shown here. */
export const modifierName = MOD;

const commands = new Map(KEYS.flatMap(({ command, keys }) => keys.map((key) => [key, command] as const)));

/**
 * The command of a pressed key, unless the key belongs to what has the focus: letters to a field, space to a
 * button. Without `singleKeys`, letters and digits are no commands.
 */
export function commandOf(event: KeyboardEvent, singleKeys: boolean): Command | undefined {
  if (event.defaultPrevented || event.isComposing || event.altKey) return undefined;
  const isModified = event.ctrlKey || event.metaKey;
  const command = commands.get(isModified ? `Mod+${event.key}` : event.key);
  if (command === undefined || belongsToControl(event)) return undefined;
  return singleKeys || isModified || CONTROL_KEYS.has(event.key) ? command : undefined;
}

/** Whether ⌘↵ or Ctrl+↵ is pressed, which keeps what stands in a field. */
export function isKeepKey(event: KeyboardEvent): boolean {
  return event.key === 'Enter' && (event.metaKey || event.ctrlKey) && !event.isComposing && !event.repeat;
}

/**
 * Whether a key that is held down would do again what is meant once: only walking goes on. Else the keys that open
 * the review would press its button too.
 */
export function isHeldDown(event: KeyboardEvent, command: Command | undefined): boolean {
  if (!event.repeat) return false;
  if (command !== undefined) return !WALKING.has(command);
  return event.key === 'Enter' && event.target instanceof Element && event.target.closest('button') !== null;
}

const WALKING: ReadonlySet<Command> = new Set<Command>([
  'next',
  'previous',
  'next-story',
  'previous-story',
  'next-word',
  'previous-word',
]);

/** Keys with which controls are worked. */
const CONTROL_KEYS = new Set([' ', 'Enter', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']);

function belongsToControl(event: KeyboardEvent): boolean {
  const { target } = event;
  if (!(target instanceof Element)) return false;
  if (target.closest('input, textarea, select, dialog') !== null) return true;
  return CONTROL_KEYS.has(event.key) && target.closest('button, a, summary') !== null;
}
