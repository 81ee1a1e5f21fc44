import type { Notice } from '../../../index.js';
import type { PlacedNotice, Remedy } from '../api.js';

/** What can be done about a notice, by its code; one without an entry only tells something. */
const REMEDIES: Readonly<Record<string, readonly Remedy[]>> = {
  'take-suspicious': ['new-take', 'choose-take', 'speech'],
  'number-misread': ['say', 'speech', 'new-take'],
  'name-misread': ['say', 'speech', 'new-take'],
  'negation-misread': ['new-take', 'speech'],
  'story-provisional': ['new-take', 'publish'],
  'edit-conflict': ['speech', 'undo'],
  'edit-lost': [],
  'credits-short': [],
  'credits-unknown': [],
};

/** A notice with what can be done about it. */
export function placeNotice(notice: Notice): PlacedNotice {
  const remedies = REMEDIES[notice.code];
  return { ...notice, warning: remedies !== undefined, remedies: remedies ?? [] };
}
