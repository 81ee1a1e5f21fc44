/**
 * What newsletters call things: the words by which a part of an issue is known, whatever format it comes in.
 * Data only, shared by reading (what is a heading?) and script (what is a letter?); imports nothing.
 */

/** Headings and labels of paid messages. */
const SPONSOR_LABELS: readonly RegExp[] = [
  /^(?:a )?(?:quick )?(?:message|word|note|word or two) from (?:our |the |today.s |this week.s )?(?:sponsors?|partners?|friends?)\b/i,
  /^a (?:message|word|note) from \p{Lu}/iu,
  /^(?:(?:today|this (?:week|issue|edition)|our)(?:.s)? )?sponsor(?:s|ed|ship)?(?: (?:message|content|post|story|section|spotlight|break|by|of the (?:day|week)|this (?:week|issue)))?\b.{0,60}$/i,
  /^(?:presented|brought to you|powered|supported|made possible) (?:by|with)\b/i,
  /^(?:this (?:issue|edition|newsletter|week.s issue) is )(?:sponsored|presented|brought to you|supported|made possible) by\b/i,
  /^together with\b/i,
  /^\p{Lu}.{1,40} is (?:brought to you|sponsored|supported|presented|made possible) by (?:the )?\p{Lu}[^.!?]{1,40}$/u,
  /^(?:support for this \p{L}+|this \p{L}+ is made possible) (?:comes|is provided|by)\b.{0,50}$/iu,
  /^in partnership with\b/i,
  /^(?:from )?our (?:partners?|sponsors?)\b.{0,30}$/i,
  /^(?:advertisement|advertorial|advertising|promoted|promotion|paid (?:partnership|content|post|promotion)|partner content)(?:$|[ :|·–—-].{0,40}$)/i,
  /^ad(?:$| ?[:|·–—-].{0,40}$)/i,
  /^(?:a big )?thanks? (?:you )?to (?:our|today.s|this week.s) (?:sponsors?|partners?)\b/i,
];

/** "A note from the editor": the newsletter's own people. */
const EDITORIAL_LABEL =
  /^(?:an? )?(?:quick )?(?:message|word|note|letter)s? (?:from|by) (?:the |our |your |an? )?(?:editors?|founders?|co-?founders?|team|authors?|publishers?|ceo|president|director|chair\p{L}*|staff|me|us|hosts?|writers?)\b|^(?:(?:the |from the )?editor.s|founder.s|president.s|director.s) (?:note|letter|desk|message|word)\b|^from the (?:editor|desk of)/iu;

/** Whether a heading names the letter of the newsletter's own people. */
export function isEditorialLabel(text: string): boolean {
  return text.length <= 90 && EDITORIAL_LABEL.test(text.trim());
}

/** Whether a heading or a line of its own announces a paid message. */
export function isSponsorLabel(text: string): boolean {
  const label = text.replace(/^[^\p{L}\p{N}]+/u, '').trim();
  return (
    label.length <= 90 &&
    !EDITORIAL_LABEL.test(label) &&
    SPONSOR_LABELS.some((pattern) => pattern.test(label))
  );
}

/** Names of sections, as they stand above the titles of stories. */
const SECTION_NAMES: ReadonlySet<string> = new Set(
  `news|the news|top news|headlines|top headlines|top stories|top story|the latest|latest|latest news|in the news|news briefs|news roundup|
  briefs|in brief|the brief|briefing|quick hits|quick links|quick takes|quick reads|short takes|shorts|bits and bytes|bytes|data points|
  research|papers|tools|resources|links|the links|reading list|what we're reading|what i'm reading|worth reading|worth a read|further reading|
  around the web|elsewhere|from the archive|from the archives|from the community|community|community corner|events|upcoming events|
  jobs|job board|careers|vacancies|who's hiring|classifieds|what's on|opinion|analysis|deep dive|deep dives|the deep dive|feature|features|featured|spotlight|interview|
  the big story|the big picture|the big idea|reader question|the lead|main story|business|technology|science|culture|politics|world|sports|markets|numbers|
  by the numbers|chart of the week|quote of the week|tip of the week|tool of the week|video of the week|book of the week|
  ones to watch|product updates|announcements|updates|dispatches|recommendations|one more thing|poll|reader poll|poll of the week|poll of the day|mailbag|the mailbag|from the mailbag|letters|your letters|q&a|number of the day|number of the week|stat of the day|word of the day|the week ahead|week ahead|also worth your time`
    .split('|')
    .map((name) => name.trim()),
);

const LONGEST_SECTION_CHARACTERS = 80;

/** Whether a line is the usual name of a section, whatever signs stand around it. */
export function isSectionName(text: string): boolean {
  if (text.length > LONGEST_SECTION_CHARACTERS) return false;
  const name = sectionName(text);
  return (
    SECTION_NAMES.has(name) ||
    PICTURE_SECTION.test(name) ||
    /^[\p{L}\p{N}. &'-]{2,40} exclusives?$/u.test(name)
  );
}

/** "Meme of the week", "our photo of the day" */
const PICTURE_SECTION =
  /^(?:(?:the|your|our) )?(?:photo|picture|image|chart|graph|map|meme|cartoon|comic|illustration|gif|artwork|painting|screenshot)s? of the (?:day|week|month|issue)$/;

/** Whether a section's name announces a picture. */
export function isPictureSection(text: string): boolean {
  return text.length <= LONGEST_SECTION_CHARACTERS && PICTURE_SECTION.test(sectionName(text));
}

function sectionName(text: string): string {
  return text
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** Sections whose lines are items, each by itself, without titles. */
const LIST_SECTION =
  /^(?:jobs?|job board|careers|vacancies|open positions|who's hiring|classifieds|events|upcoming events|what's on|calendar|dates|results|birthdays)$/;

/** Whether a section's name announces a list of items. */
export function isListSection(text: string): boolean {
  return LIST_SECTION.test(sectionName(text));
}

/** How a letter begins. */
const GREETING =
  /^(?:dear|hi|hello|hey|hiya|howdy|greetings|good (?:morning|afternoon|evening|day)|(?:morning|afternoon|evening)(?=,| (?:all|folks|everyone|everybody)\b)|welcome(?: back)?|happy (?:new year|holidays|\p{L}+day)|friends|folks|everyone|(?:dear )?readers?)\b/iu;
const LONGEST_GREETING_CHARACTERS = 60;

/** Whether a line greets the readers. */
export function isGreeting(text: string): boolean {
  if (text.length > LONGEST_GREETING_CHARACTERS * 2) return false;
  const line = text.replace(/(?:\s|\p{Extended_Pictographic}|[\u200d\ufe0f\u{1f3fb}-\u{1f3ff}])+$/gu, '');
  return (
    line.length <= LONGEST_GREETING_CHARACTERS &&
    GREETING.test(line) &&
    /[,!.:–—-]$|^\p{L}+$|^(?:dear|hi|hello|hey|morning|afternoon|evening),? \p{L}+$/iu.test(line)
  );
}

/** How a letter ends, before the writer's name. */
const SIGN_OFF =
  /^(?:keep \p{L}[\p{L}-]*ing\b|yours\b|best(?=[,.!]?$)|all (?:the|my) best|warm(?:ly|est)?(?=[,.!]?$)|warm(?:est)? (?:regards|wishes|greetings)|kind(?:est)? regards|(?:best|warm) (?:regards|wishes)|regards|sincerely|cheers|much love|lots of love|love(?=[,.!]?$| from\b)|cordially|respectfully|thanks\b|thank you\b|many thanks|gratefully|with (?:love|gratitude|thanks|gratefulness|warm)|until (?:next|then|soon|tomorrow)|see you|catch you|talk (?:to you )?soon|take care|stay \p{L}+|onwards?\b|happy \p{L}+ing|be well|till (?:next|then)|as ever|as always|ciao|xo|have a (?:great|good|lovely|wonderful)|here's to|peace(?=[,.!]?$| and\b)|in solidarity|let's \p{L}+|that's (?:all|it)(?=[,.!]| for\b| from\b| folks\b|$)|(?:so long|(?:good ?)?bye(?: bye| for now)?|clear skies|enjoy(?: (?:the|your) \p{L}+)?)(?=[,.!]|$))/iu;
const LONGEST_SIGN_OFF_CHARACTERS = 120;
const LONGEST_SIGN_OFF_WORDS = 6;
/** Longer ones without a sign at the end are titles: "Stay orders spread to Ohio". */
const LONGEST_BARE_SIGN_OFF_WORDS = 3;

/** Whether a line takes leave of the readers: short, and ended by a comma, a stop or nothing. */
export function isSignOff(text: string): boolean {
  if (text.length > LONGEST_SIGN_OFF_CHARACTERS) return false;
  const line = text.replace(/’/g, "'");
  const words = line.split(/\s+/).length;
  if (words > LONGEST_SIGN_OFF_WORDS || !SIGN_OFF.test(line) || /[:;?]$/.test(line)) return false;
  return words <= LONGEST_BARE_SIGN_OFF_WORDS || /[,.!…)—–-]$/.test(line);
}

/** Addresses to the readers with which an issue closes. */
const CLOSING =
  /\b(?:repl(?:y|ies) to (?:this|the|any)|(?:hit|just) reply|write (?:to )?(?:us|me)\b|let (?:us|me) know|send (?:us|me|it)|feedback|(?:thanks|thank you) for reading|see you (?:next|tomorrow|soon|in)|until next|that.s (?:it|all) for (?:this|today|now)|forward(?:ed)? this|share this|tell a friend|was this (?:e-?mail|forwarded))\b/i;

/** Whether a paragraph addresses the readers at the end of an issue. */
export function isClosingAddress(text: string): boolean {
  return text.length <= 400 && CLOSING.test(text);
}

/** Calls to action: short lines that are links on the page. */
const CALL_TO_ACTION =
  /^(?:→ ?|> ?|>> ?|» ?)?(?:(?:learn|read|find out|discover|explore|browse|view|see|hear|watch|listen)(?: (?:more|it|now|here|on|the \p{L}+(?: \p{L}+)?))*|(?:enroll|enrol|sign up|register|join|subscribe|apply|download|rsvp|get started|try it|buy|order|shop|book|donate|start|check it out|click|vote|open (?:an?|your) \p{L}*account|get (?:it|the|your|\d+%) ?\p{L}*|claim (?:your|the|my) \p{L}+|save \d+%|start (?:your|my|a) \p{L}+(?: \p{L}+)?)(?: (?:now|here|today|for free|free|us|in|it|out|online|yours?|up|the \p{L}+))*)[.!]?(?: ?[→»>]+)?$/iu;

/** An arrow at the end points to a page: "Start earning →". */
const POINTS_ON = /^\p{L}[^.!?:]{2,50} ?(?:→|»|>>|➜|➔|⟶)$/u;

/** Whether a line only calls the reader to follow a link. */
export function isCallToAction(text: string): boolean {
  return (text.length <= 50 && CALL_TO_ACTION.test(text)) || (text.length <= 60 && POINTS_ON.test(text));
}
