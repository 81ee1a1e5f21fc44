/** What is told while a script is spoken. */
export type SpeechEvent =
  | {
      readonly kind: 'engine';
      readonly engine: string;
      /** A sentence that says which engine speaks, and why. */
      readonly message: string;
    }
  | {
      readonly kind: 'progress';
      readonly segmentsDone: number;
      readonly segments: number;
      readonly charactersDone: number;
      readonly characters: number;
      /** Sound of the segments that are done. */
      readonly audioSeconds: number;
    };
