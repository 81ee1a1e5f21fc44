const KEYS_OFF = 'audio-edition-studio-keys-off';

/**
 * Whether single letters are commands. People who speak to their computer turn them off (WCAG 2.1.4); keys with
 * ⌘ or Ctrl, arrows, space and Enter stay.
 */
export function areSingleKeysOn(): boolean {
  try {
    return localStorage.getItem(KEYS_OFF) === null;
  } catch {
    return true;
  }
}

/** Remembered in this browser, where it may. */
export function setSingleKeys(areOn: boolean): void {
  try {
    if (areOn) localStorage.removeItem(KEYS_OFF);
    else localStorage.setItem(KEYS_OFF, 'yes');
  } catch {
    // Storage is forbidden: the keys stay as they are.
  }
}
