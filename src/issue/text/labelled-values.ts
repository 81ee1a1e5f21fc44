/** "Release date: October 17", "Tickets: €9" */
const LABELLED_VALUE =
  /^(?:when|where|who|prices?|costs?|tickets?|time|dates?|release date|out|location|venue|address|rating|score|serves|makes|prep(?: time)?|cook(?:ing)? time|ingredients|salary|pay|deadline|apply by|length|runtime|running time|pages|director|starring|publisher|host|guests?|website|phone|admission|ages?|genre|platforms?|available on|distance|level|contact)s?: ?\S|^(?:serves|makes|yields) (?:about |around )?\d/i;

/** "Sunday, from noon · Beco do Mirante · €4" */
const FACTS = /^(?=.*\d).{3,60} [·•|] .{2,60}$/;
/** "Thursday 12 June, 6.30pm, Lecture theatre" */
const DAY_AND_TIME =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*\d ?(?:[ap]\.?m\b|[:.]\d\d\b|o’clock|h\b)/i;

const LONGEST_VALUE_CHARACTERS = 160;

/** Whether a line says when, where or how much: a fact with its label, or a day and its hour. */
export function isLabelledValue(text: string): boolean {
  if (text.length > LONGEST_VALUE_CHARACTERS) return false;
  return [LABELLED_VALUE, FACTS, DAY_AND_TIME].some((pattern) => pattern.test(text));
}
