/** What newsletters call things: the words by which a part of an issue is known. Extend the tables freely. */

/** Headings and labels of paid messages. */
export const SPONSOR_LABELS: readonly RegExp[] = [
  /^(?:a )?(?:message|word|note|word or two) from (?:our |the |today.s |this week.s )?(?:sponsors?|partners?|friends?)\b/i,
  /^a (?:message|word|note) from\b/i,
  /^(?:today.s |this week.s |our )?sponsors?(?:ed)?(?: (?:message|content|post|story|section|spotlight|by|of the (?:day|week)))?\b.{0,60}$/i,
  /^(?:presented|brought to you|powered|supported|sponsored) (?:by|with)\b/i,
  /^together with\b/i,
  /^in partnership with\b/i,
  /^(?:from )?our (?:partners?|sponsors?)\b/i,
  /^(?:advertisement|advertorial|promoted|promotion|paid (?:partnership|content|post)|ad)\b.{0,40}$/i,
  /^thanks to (?:our|today.s|this week.s) sponsors?\b/i,
];

/** How a letter begins. */
export const GREETING =
  /^(?:dear\b|hi\b|hello\b|hey\b|hiya\b|howdy\b|greetings\b|good (?:morning|afternoon|evening|day)\b|welcome\b|happy (?:new year|holidays|monday|tuesday|wednesday|thursday|friday|saturday|sunday|birthday)\b|(?:friends|folks|everyone|readers?)\b)/i;

/** A greeting is short, or the letter's first sentence. */
export const LONGEST_GREETING_CHARACTERS = 80;

/** How a letter ends, before the writer's name. */
export const SIGN_OFF =
  /^(?:keep \p{L}+ing\b|(?:yours|best|all the best|warm(?:ly|est)?|kind|warm(?:est)? regards|regards|sincerely|cheers|love|cordially|respectfully|thank(?:s| you)|with (?:love|gratitude|thanks)|until (?:next|then)|see you|talk soon|take care|stay \p{L}+|onward|happy \p{L}+ing|be well|till next)\b).{0,60}$/iu;
