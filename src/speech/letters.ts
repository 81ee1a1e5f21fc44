/** A digit that was left for the engine to say is about one short word. */
const LETTERS_OF_A_DIGIT = 4;

/** Letters and digits: what takes time to say. */
export function countLetters(text: string): number {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const digits = text.match(/\p{N}/gu)?.length ?? 0;
  return letters + digits * LETTERS_OF_A_DIGIT;
}
