/**
 * The commonest English verbs, to tell a sentence from a description, which has none: "A bull in a field with a
 * diagram drawn on its horns." Base forms; what ends otherwise than in -s and -ed stands in `IRREGULAR`.
 */
const VERBS =
  `accept accuse add agree aim allow announce answer appear apply approve argue arrive ask attack avoid ban base beat
become begin believe belong bet blame block boost break bring build buy call care carry catch cause change charge choose claim
climb close come compete complain concern confirm consider contain continue cost create criticize cut dare deal decide declare
decline defend deliver demand deny depend describe deserve develop die disappear discover discuss do doubt drive drop earn eat
emerge employ enable encourage end enjoy ensure enter estimate exist expand expect explain face fail fall fear feel fight find
finish follow force forget gain get give go grow happen have hear help hide hire hit hold hope identify imagine improve include
increase insist intend introduce invest invite involve join keep kill know lack launch lead learn leave let lie like listen live
look lose love make manage marry matter mean meet mention miss move name need note offer open oppose order owe own pass pay
plan prefer prevent produce promise propose protect prove provide publish push put raise reach realize receive recommend reduce
refuse reject release remain remember remove replace reply report require return reveal rise rule run save say see seek seem
sell send serve settle share show shut solve speak spend stand start state stay stop struggle succeed suffer suggest support
take talk teach tell thank think threaten treat trust try turn understand urge use vary visit vote wait want warn welcome win
wish wonder work worry write`
    .trim()
    .split(/\s+/);

const IRREGULAR =
  `am is are was were has had did does can could will would shall should may might must isn't aren't wasn't weren't
hasn't haven't hadn't don't doesn't didn't can't couldn't won't wouldn't shouldn't it's he's she's that's there's what's they're
we're you're i'm i've we've they've you've i'll we'll became began broke brought bought came caught chose cut dealt drove
ate fell fought found forgot gave went grew heard held hid hit kept knew led lost made meant met paid put ran rose
said saw sold sent shut spoke spent stood taught told thought took understood woke won wrote got beat bit blew built burnt clung crept drank drew drove fed fled flew forgave froze
ground hung hurt kept knelt laid lay lit overcame rang rode sang sank sat shook shone shot slept slid spilt split spread sprang
stole stood struck stuck swam swept swore swung tore wept withdrew wore wove`
    .trim()
    .split(/\s+/);

/** Verbs with which captions say what is seen; they speak for a description, not against it. */
const OF_PICTURES = /^(?:shows?|stands?|holds?|looks?|faces?|opens?|shares?|feel|feels|leaves?)$/;

const FINITE: ReadonlySet<string> = new Set(
  [...IRREGULAR, ...VERBS.flatMap((verb) => [verb, thirdPerson(verb), past(verb)])].filter(
    (form) => !OF_PICTURES.test(form),
  ),
);

/** Past tenses that are participles as well: "a hut built on stilts". */
const ALSO_PARTICIPLES: ReadonlySet<string> = new Set(
  'bit built burnt fed ground hung hurt laid lit sat shot spilt split spread struck stuck swept swung'.split(
    ' ',
  ),
);

/** A participle, not a past tense: "integrated into its horns", "the painted wall". */
const PARTICIPLE = /^(?:into|by|in|on|with|from|as|at|of|over|under|above|around|behind)$/;
const DETERMINER = /^(?:an?|the|its|his|her|their|two|three|some|and|of|in|on|with)$/;

/** Whether an English sentence has a finite verb. Errs on the side of yes: what has one is read. */
export function hasVerb(text: string): boolean {
  const words =
    text
      .toLowerCase()
      .replace(/’/g, "'")
      .match(/[\p{L}'-]+/gu) ?? [];
  return words.some((word, at) => {
    if (DETERMINER.test(words[at - 1] ?? '')) return false;
    if (/'(?:d|ll|ve|re|m)$/.test(word)) return true;
    if (/ed$/.test(word) || ALSO_PARTICIPLES.has(word)) return !PARTICIPLE.test(words[at + 1] ?? '');
    return FINITE.has(word);
  });
}

function thirdPerson(verb: string): string {
  if (/(?:s|x|z|ch|sh|o)$/.test(verb)) return `${verb}es`;
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
}

function past(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`;
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`;
}
