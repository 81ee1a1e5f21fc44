import type { Correction, Edition } from '../edition.js';

/** What an editor says about publishing an edition again. */
export interface CorrectionRequest {
  /** What was wrong; without it the change is published silently. */
  readonly correction?: Correction;
  /** Publish as a new episode, under a new GUID, so that apps tell everyone. */
  readonly reissue?: boolean;
}

type History = Pick<Edition, 'corrections' | 'reissues'>;

/** What an edition keeps of its former state: its corrections and how often it was reissued. */
export function historyOf(former: History | undefined, request: CorrectionRequest): History {
  const corrections = [...(former?.corrections ?? []), ...(request.correction ? [request.correction] : [])];
  const reissues = (former?.reissues ?? 0) + (request.reissue === true ? 1 : 0);
  return {
    ...(corrections.length === 0 ? {} : { corrections }),
    ...(reissues === 0 ? {} : { reissues }),
  };
}
