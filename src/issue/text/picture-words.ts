/**
 * How descriptions of pictures are worded. Single words say little, several together much; the weights are how much
 * each says, on the scale on which `CAPTION_SCORE` of the rules is read.
 */
export interface PictureSign {
  readonly name: string;
  readonly weight: number;
  readonly pattern: RegExp;
}

/** Always pictures. */
const CLEAR_NOUN =
  'animations?|animated|banners?|cartoons?|charts?|close-?ups?|collages?|comics?|diagrams?|drawings?|engravings?|etchings?|flow ?charts?|gifs?|graphs?|graphics?|headshots?|illustrat(?:ion|ions|ed)|images?|infographics?|lithographs?|logos?|maps?|memes?|mock-?ups?|paintings?|photos?|photographs?|pictures?|portraits?|promotional|renderings?|scatter ?plots?|schematics?|screen ?shots?|screen captures?|sketch(?:es)?|snapshots?|spectrograms?|thumbnails?|video stills?|visuali[sz]ations?|watercolou?rs?|woodcuts?|word cloud';

/** Pictures where their wording goes on as of one: "table of", "figure 2", but not "the tables by the office". */
const AMBIGUOUS_NOUN =
  'composites?|covers?|excerpts?|figures?|icons?|plots?|posters?|promo|scenes?|slides?|stills?|tables?|timelines?|views?|workflow';

const PICTURE_NOUN = `${CLEAR_NOUN}|${AMBIGUOUS_NOUN}`;

const GOES_ON =
  '(?= (?:of|from|for|with|that|titled|in which|\\p{L}+ing|shows?|depicts?|\\d)\\b)|(?:banner|ad)\\b';

/** "An image generator", "the map maker": pictures are what it deals in. A sentence that goes on so tells no picture. */
const GOES_ON_AS_TEXT =
  '(?! (?:generat(?:ors?|ion)|models?|class\\p{L}+|recogni\\p{L}+|captioning|synthesis|edit(?:ing|ors?)|quality|data(?:sets?|bases?)|resolution|search|processing|compression|makers?|sharing|apps?|books?|librar(?:y|ies)|is|are|was|were|has|have|had|will|can|could|would|may|might|must|should|does|did|do)\\b)';

const BEGINS_WITH_PICTURE = new RegExp(
  `^(?!(?:about|at|behind|beyond|by|for|from|in|of|on|to|under)\\b)(?:(?:an?|the|two|three|four|several|some|various|different)\\s+)?(?:[\\p{L}\\p{N}-]+\\s+){0,2}(?:(?:${CLEAR_NOUN})\\b${GOES_ON_AS_TEXT}|(?:${AMBIGUOUS_NOUN})(?: (?:banner|ad)\\b|${GOES_ON}))`,
  'iu',
);

const PICTURE_LABEL = new RegExp(`^(?:${PICTURE_NOUN})(?: (?:for|of))?\\s*:`, 'i');

const PICTURE_SIGNS: readonly PictureSign[] = [
  {
    name: 'begins with a picture',
    weight: 3,
    pattern: BEGINS_WITH_PICTURE,
  },
  {
    name: 'a picture of',
    weight: 3,
    pattern: new RegExp(
      `\\b(?:${PICTURE_NOUN}) (?:of|from|for|showing|depicting|comparing|illustrating|with|that|explaining|representing)\\b`,
      'i',
    ),
  },
  {
    name: 'ends with a picture',
    weight: 3,
    pattern: new RegExp(`\\b(?:${PICTURE_NOUN}|ad|advertisement|presentation|website|interface)$`, 'i'),
  },
  {
    name: 'names a picture',
    weight: 1,
    pattern: new RegExp(
      `\\b(?:${PICTURE_NOUN}|on-?screen|screen|interface|dashboard|background|foreground)\\b`,
      'i',
    ),
  },
  {
    name: 'examples of',
    weight: 2,
    pattern:
      /^(?:an? |my |our |some |different |various )?(?:examples?|results?|parts?|overview|demonstration|operation|dependency|comparison|representation|explanation|series|set|group|rows?|pair|view|excerpt|pages?|details?|specimens?|swatches|cop(?:y|ies)|replica|bust|statue) (?:of|from|between)\b|^an? overview\b/i,
  },
  {
    name: 'says what is seen',
    weight: 2,
    pattern:
      /\b(?:(?<!^|[.!?] |\b(?:the|an?|this|our|my|your|tv|talk|trade) )shows?|showing|shown|depicts?|depicting|displays?|displaying|illustrates?|illustrating|features?|featuring|highlights?|highlighting|portrays?|portraying|represents?|representing|symboli[sz](?:es|ing)|visuali[sz](?:es|ing)|comparing|outlining|detailing)\b/i,
  },
  {
    name: 'people in a scene',
    weight: 2,
    pattern:
      /^(?:[Aa]n? |[Tt]he |[Tt]wo |[Tt]hree |[Ss]everal |[Mm]any |[Ss]ome |[Yy]oung |[Oo]ld |[Ss]miling |[Gg]roup of )*(?:[Pp]erson|[Pp]eople|[Mm]an|[Mm]en|[Ww]oman|[Ww]omen|[Bb]oy|[Gg]irl|[Cc]hild|[Cc]hildren|[Kk]ids?|[Cc]rowd|[Cc]ouple|[Ww]orkers?|[Ee]mployees?|[Cc]olleagues|[Ff]riends|[Ee]ngineers?|[Ss]cientists?|[Rr]esearchers?|[Dd]octors?|[Nn]urses?|[Tt]eachers?|[Pp]upils?|[Pp]layers?|[Ss]oldiers?|[Vv]isitors?|[Vv]olunteers?|[Ss]tudents?|[Mm]embers?|[Rr]obots?|[Hh]ands?)\b.{0,80}\b\p{Ll}+ing\b/u,
  },
  {
    name: 'words that are read in it',
    weight: 2,
    pattern:
      /\b(?:says|saying|that reads?|reading|labell?ed|titled|captioned|text(?: overlay)?|caption)\b(?: says| reads)?[,:]? ["“'‘]/i,
  },
  {
    name: 'something being done',
    weight: 1,
    pattern:
      /^(?!(?:[Ww]hat|[Hh]ow|[Ww]hy|[Ww]hen|[Ww]ho)\b)(?:[\p{L}\p{N}’'-]+\s+){1,4}(?!(?:\p{L}*th|br|s|k|r|w|spr|str|dur|even|morn)ing\b)\p{Ll}+ing\b/u,
  },
  {
    name: 'taken as a picture',
    weight: 2,
    pattern:
      /^(?:[\p{L}\p{N}’'-]+,? ){1,7}(?:photographed|pictured|filmed|captured|painted|drawn|shown|seen|rendered|taken) (?:with|by|in|on|from|at|after|before|during|for|here)\b/iu,
  },
  {
    name: 'something done to it',
    weight: 2,
    pattern:
      /^(?:an? |two |three |four |several |some |many |rows? of |piles? of )(?:[\p{L}-]+ ){1,3}(?:\p{L}+ed|filled|made|worn|drawn|hung|seen|built) (?:with|by|in|on|from|at|into|over)\b/iu,
  },
  {
    name: 'colours',
    weight: 1,
    pattern:
      /\b(?:red|orange|yellow|green|blue|purple|pink|black|white|gr[ae]y|brown|dark|bright|colou?rful|golden)\b/i,
  },
  {
    name: 'where it stands',
    weight: 1,
    pattern:
      /\b(?:on|in|at|against|over|behind|outside|inside|in front of|next to|beside|near|under|above|among|along|across|surrounded by|holding|wearing|sitting|standing|with) (?:an? |the |its |his |her |their )?\p{L}+/iu,
  },
  {
    name: 'left and right',
    weight: 2,
    pattern:
      /\((?:left|right|center|centre|top|bottom|above|below)\)|\b(?:on|from) (?:the )?(?:left|right)\b/i,
  },
  {
    name: 'who stands where',
    weight: 2,
    pattern:
      /\b(?:first|second|third|fourth|far|pictured|seated|standing),? (?:from )?(?:the )?(?:left|right)\b/i,
  },
  { name: 'a year at the end', weight: 2, pattern: /(?:,|\bc\.|\bca\.|\babout|\bcirca) ?1[4-9]\d{2}[.)]?$/ },
  {
    name: 'when it was taken',
    weight: 1,
    pattern:
      /(?:,| on| last) (?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening|night))?[.)]*$|\bon the (?:morning|afternoon|evening|night) of\b|\b(?:in|from|spring|summer|autumn|fall|winter|[Jj]anuary|[Ff]ebruary|[Mm]arch|[Aa]pril|[Mm]ay|[Jj]une|[Jj]uly|[Aa]ugust|[Ss]eptember|[Oo]ctober|[Nn]ovember|[Dd]ecember) (?:1[6-9]|20)\d{2}\b/,
  },
  {
    name: 'put beside it',
    weight: 2,
    pattern: /\b(?:for scale|not to scale|side by side|before and after)\b/i,
  },
  { name: 'about when', weight: 2, pattern: /\bc(?:a|irca)?\.? ?1[4-9]\d{2}\b/ },
  {
    name: 'where it is kept',
    weight: 2,
    pattern:
      /[.;(] ?Collection of (?:the )?\p{Lu}|[.;(] ?(?:\p{Lu}[\p{L}’']+ ){0,3}(?:Museum|Library|Archives?|Collection|Gallery)\b[^.]*[.)]*$/u,
  },
  {
    name: 'a participle behind a comma',
    weight: 2,
    pattern:
      /, (?:(?:with|his|her|their|its) (?:[\p{L}’'-]+ ){1,3})?(?:un)?\p{Ll}{3,}ed\b(?! to\b)(?:$| (?:out|up|off|down|open|and|with|by|in|on|from|behind)\b)/u,
  },
  {
    name: 'a trailing participle',
    weight: 2,
    pattern: /, (?:\p{L}+ )?(?!(?:\p{L}*th|br|s|k|r|w|spr|str|dur|even|morn)ing\b)\p{Ll}+ing\b[^,.]*\.?$/u,
  },
  {
    name: 'a label of the kind',
    weight: 4,
    pattern: PICTURE_LABEL,
  },
  {
    name: 'a credit',
    weight: 4,
    pattern:
      /^(?:(?:photo|image|picture|illustration|graphic|art|video|source|credits?|courtesy)(?: (?:credit|courtesy|by|via|source|of))*\s*[:/]|(?:photo|image|illustration|graphic|art)s? (?:by|courtesy|credit|via)\b|via giphy)/i,
  },
];

/** Whose picture it is, behind what is seen: "… outside the baths. Photograph: Tom Ellery". */
const TRAILING_CREDIT =
  /[\s.,;|–—-]+\(?(?:photo(?:graph)?|image|picture|illustration|graphic|credit|source)s?(?: credits?)?(?::| by| via|\/) ?[^.!?:]{2,60}[.)]*$/i;

/**
 * "… at dawn. (Mark Abela/Getty Images)": somebody and an agency. An agency alone in brackets is where a piece of news
 * was read.
 */
const CREDIT_IN_BRACKETS =
  /\((?:[^()]{2,40}(?:\/| via | for )[^()]{2,40}|Getty Images|AP Photo|(?:photo|image|picture)s?\b[^()]{2,40})\)\.?$/iu;

const LONGEST_CREDIT_CHARACTERS = 100;

/** A text without the credit that ends it. */
export function withoutCredit(text: string): string {
  const end = text.slice(-LONGEST_CREDIT_CHARACTERS);
  const start = text.slice(0, -LONGEST_CREDIT_CHARACTERS);
  if (CREDIT_IN_BRACKETS.test(end)) return start + end.replace(CREDIT_IN_BRACKETS, '.');
  return TRAILING_CREDIT.test(end) ? start + end.replace(TRAILING_CREDIT, '.') : text;
}

/** Whether a line ends with whose picture it is. */
export function hasCredit(text: string): boolean {
  return withoutCredit(text) !== text;
}

/** Names of files, which stand where a description should. */
const FILE_NAME: readonly RegExp[] = [
  /\.(?:png|jpe?g|gif|webp|svg|bmp|tiff?|heic|mp4|mov|pdf)\b/i,
  /\d{2,4}x\d{2,4}\b/i,
  /^screen ?shot\b/i,
  /^(?:img|dsc|dscn|image|untitled|unnamed|thumbnail|pasted|download|frame|copy of|gif|ezgif)[\s_.-]*(?:\d|$)/i,
  /\(\d{1,2}\)(?:-\d+)?$/,
  /\S-\d{1,2}(?:-\d{1,2})*$/,
  /^[\p{L}\p{N}]+(?:_[\p{L}\p{N}]+)+$/u,
  /^\p{Lu}{4,}[\p{Lu}\p{N}]*(?:v\d+)?$/u,
  /^\d{1,3}$/,
];

/** Whether a line is the name of a picture's file, or looks like one. */
export function isFileName(text: string): boolean {
  return FILE_NAME.some((pattern) => pattern.test(text));
}

/** "A map of …", "Diagram showing …": the line itself says that it is about a picture. */
export function beginsWithPicture(text: string): boolean {
  return isPictureLabel(text) || BEGINS_WITH_PICTURE.test(text);
}

/** "Cartoon: …", "Photo: …" */
export function isPictureLabel(text: string): boolean {
  return PICTURE_LABEL.test(text);
}

/** Pictures that nobody sees. */
const IDIOM =
  /\b(?:behind the scenes|(?:the|a) big(?:ger)? picture|in the picture|on the (?:map|table)|off the (?:charts?|table)|back to the drawing board|at the table)\b/gi;

/** "Timeline", "By the numbers": a word or two that name a picture may as well be a title. */
const MOST_WORDS_OF_NOUN = 2;

/** How much a line is worded like the description of a picture; 3 and more is worth believing in the right place. */
export function pictureScore(text: string): number {
  const isNoun = text.split(' ').length <= MOST_WORDS_OF_NOUN;
  if (isNoun && !isFileName(text)) return 0;
  const named = (isFileName(text) ? 6 : 0) + (hasCredit(text) ? 4 : 0);
  const literal = text.replace(IDIOM, ' ');
  return PICTURE_SIGNS.reduce((score, sign) => score + (sign.pattern.test(literal) ? sign.weight : 0), named);
}
