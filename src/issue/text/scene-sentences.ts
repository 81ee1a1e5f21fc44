/**
 * Descriptions of pictures that are whole sentences: "A robot offers an umbrella to a developer in the rain." They are
 * told from the sentences of a text by what they lack (a past, a negation, anything that points at what was said
 * before) and by what they have: somebody to be seen, who does something visible somewhere.
 */

/** What can be seen somebody or something do. Base forms; the third person is made from them. */
const VISIBLE_ACTIONS =
  `advertise aim analyze announce appear argue arrange ask assemble bake balance bend bite blow board bow braid break brush build
burn capture carry carve cast catch celebrate chase chat check cheer chop circle clap climb collect compare compete connect
contrast converse cook cover crawl cross crouch crowd cry cuddle cut dance debate deliver depict descend dig dip direct discuss
display dive drag draw drift drink drip drive eat edit embrace emerge enter examine explain explore extend face feature fight fill
film fix flash flicker float flow fly fold form gallop gather gaze gesture glance glide glow grab greet grin grip grow guide hang harvest
haul highlight hike hit hold hose hover hug illuminate illustrate inspect interact invite juggle jump kick kiss knead kneel lead
lean leap lie lift limp list listen load look lower map march mark measure melt mix monitor morph navigate observe offer operate
outline overlook pack paddle paint pass patrol peer perch perform pick pin plant play plot point pose portray pour present press
project promote protest pull pump push race raise reach read receive recite reflect repair relax replace represent resemble rest reveal
ride rise roll rotate row run sail salute scan scatter scroll serve sew shake share shine shoot shout show showcase sign sing sit
skate sketch ski sleep slice slide smile smoke soar solve sort spar speak spin spray spread sprint squat stack stand stare steer
stir stitch stop stretch stroll study support surround sweep swim swing symbolize take talk tap teach test testify throw tie touch
tow track transform travel type unload unveil urge use visualize wade wait walk wander wash watch water wave wear weave weigh weld
wheel whisper work wrap wrestle write yell`
    .trim()
    .split(/\s+/);

const ACTIONS: ReadonlySet<string> = new Set(VISIBLE_ACTIONS.flatMap((verb) => [verb, thirdPerson(verb)]));

function thirdPerson(verb: string): string {
  if (/(?:s|x|z|ch|sh|o)$/.test(verb)) return `${verb}es`;
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
}

/** Somebody, or a machine that is looked at like somebody. */
const PERSON =
  'actors?|animals?|artists?|astronauts?|avatars?|birds?|boys?|brothers?|cats?|characters?|chefs?|child|children|climbers?|colleagues|couples?|coworkers?|crowds?|customers?|cyclists?|dancers?|developers?|doctors?|dogs?|drivers?|drones?|employees?|engineers?|executives?|experts?|famil(?:y|ies)|fans?|farmers?|father|figures?|firefighters?|fishermen|friends?|girls?|hands?|hikers?|humanoids?|instructors?|journalists?|judges?|kids?|lawyers?|leaders?|m[ae]n|members?|mother|musicians?|nurses?|officers?|officials?|owners?|parents?|passengers?|patients?|pedestrians?|people|person|pianists?|players?|police|politicians?|professors?|programmers?|protesters?|pupils?|reporters?|researchers?|robots?|runners?|sailors?|scientists?|shoppers?|singers?|sisters?|soldiers?|speakers?|spectators?|students?|surgeons?|teachers?|technicians?|teenagers?|teens|toddlers?|tourists?|users?|vendors?|villagers?|violinists?|visitors?|volunteers?|wom[ae]n|workers?';

const BEGINS_WITH_SOMEBODY = new RegExp(
  `^(?:[Ii]n (?:an?|the) [^,]{3,40}, )?(?:(?:an?|the|two|three|four|five|several|many|some|multiple|dozens of|(?:an? )?(?:group|crowd|pair|team) of) )*(?:[\\p{L}-]+ ){0,2}(?:${PERSON})\\b`,
  'iu',
);

/** "A ladder", "Two politicians": nobody spoke of it before. */
const BEGINS_WITH_SOMETHING_NEW = /^(?:an?|two|three|four|five|several|multiple|dozens of) /i;

/** What a text is made of and a picture cannot show: time, negation, comparison, reference to what was said. */
const NOT_TO_BE_SEEN =
  /\b(?:is|are|was|were|been|be|am|has|have|had|having|can|could|will|would|shall|should|may|might|must|does|did|not|never|no|it|they|he|she|this|these|those|there|than|because|if|when|why|whose|whether|although|but|also|even|however|likely|already|still|recently|soon|today|yesterday|tomorrow|often|usually|always|according|percent|said|says|made (?!of|from|out)|took|got|went|became|began|found|for instance|for example|more than|less than)\b|n['’]t\b|[$%€£;]|\b(?:a|an|the|in an?) (?:new|recent|growing|next|latest|resulting)\b/i;

const SOMEWHERE =
  /\b(?:on|in|at|against|over|behind|outside|inside|in front of|next to|beside|near|under|above|among|along|across|through|around|surrounded by|with|beneath|between|past|onto|into|by) (?:an?|the|its|his|her|their|stage|two) \p{L}+/iu;
const MEANWHILE = / (?:as|while) (?:an? |the |two |\p{L})/iu;
const TRAILING_PARTICIPLE =
  /, (?:\p{L}+ )?(?!(?:\p{L}*th|br|s|k|r|w|spr|str|dur|even|morn)ing\b)\p{Ll}+ing\b[^,.]*\.?$/u;
/** "Chart shows how …", "Table lists …": the picture itself is what does something. */
const BEGINS_WITH_SHOWING =
  /^(?:(?:an?|the|two|animated|colou?rful|side-by-side|split|short|hand-drawn) )*(?:[\p{L}-]+ ){0,3}?(?:\p{L}*charts?|graph(?:ic)?s?|tables?|diagrams?|maps?|images?|photos?|pictures?|videos?|gifs?|animations?|cartoons?|comics?|screenshots?|illustrations?|figures?|infographics?|plots?|slides?|posters?|banners?|interfaces?|dashboards?|heatmaps?|screens?|collages?|timelines?|text|logos?|line|bars|course promo|promo|comments) (?:\p{L}+ ){0,6}?(?:shows?|lists?|compares?|depicts?|displays?|illustrates?|highlights?|reveals?|outlines?|explains?|tracks?|maps?|features?|visualizes?|contrasts?|captures?|details?|summarizes?|plots?|presents?|advertises?|promotes?|invites?|appears?|rises?|falls?|allows?|lets?|urges?|announces?|represents?|symbolizes?|portrays?|demonstrates?|asks?|reads?)\b/iu;

const FEWEST_WORDS = 5;
const MOST_WORDS = 32;
/** Farther in a verb belongs to a clause of its own. */
const FARTHEST_VERB_WORDS = 10;
const NO_VERB_BEFORE = /^(?:an?|the|its|his|her|their|of|to|two|and|for|in|on|by|with|or)$/i;

/**
 * How much a lone sentence tells what can be seen, 0–9; 3 and more is worth believing where a picture is expected and
 * the issue describes its pictures in sentences. 0 for what says something that no picture shows.
 */
export function sceneScore(text: string): number {
  const words = text.split(' ').length;
  if (words < FEWEST_WORDS || words > MOST_WORDS) return 0;
  const literal = text.replace(/["“][^"”]*["”]/g, '“”');
  if (BEGINS_WITH_SHOWING.test(literal)) return 5;
  if (NOT_TO_BE_SEEN.test(literal) || !hasVisibleAction(literal)) return 0;
  return (
    2 +
    (BEGINS_WITH_SOMEBODY.test(literal) ? 2 : BEGINS_WITH_SOMETHING_NEW.test(literal) ? 1 : 0) +
    (SOMEWHERE.test(literal) ? 1 : 0) +
    (MEANWHILE.test(literal) ? 1 : 0) +
    (TRAILING_PARTICIPLE.test(literal) ? 2 : 0)
  );
}

function hasVisibleAction(text: string): boolean {
  const words = (text.match(/[\p{L}'’-]+/gu) ?? []).slice(0, FARTHEST_VERB_WORDS);
  return words.some((word, at) => at > 0 && ACTIONS.has(word) && !NO_VERB_BEFORE.test(words[at - 1] ?? ''));
}
