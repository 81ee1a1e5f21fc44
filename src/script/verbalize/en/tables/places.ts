/** United States Postal Service abbreviations. */
export const STATES: Readonly<Record<string, string>> = Object.fromEntries(
  `AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC D C|FL Florida|GA Georgia|HI Hawaii|
ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|
MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|
ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|PR Puerto Rico|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|
TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming`
    .split('|')
    .map((line) => [line.trim().slice(0, 2), line.trim().slice(3)]),
);

/** Older abbreviations of states, behind a city and with a point. */
export const OLD_STATES: Readonly<Record<string, string>> = Object.fromEntries(
  `Ala Alabama|Ariz Arizona|Ark Arkansas|Calif California|Colo Colorado|Conn Connecticut|Del Delaware|Fla Florida|Ga Georgia|Ill Illinois|
Ind Indiana|Kan Kansas|Ky Kentucky|La Louisiana|Md Maryland|Mass Massachusetts|Mich Michigan|Minn Minnesota|Miss Mississippi|Mo Missouri|
Mont Montana|Neb Nebraska|Nev Nevada|Okla Oklahoma|Ore Oregon|Pa Pennsylvania|Tenn Tennessee|Tex Texas|Vt Vermont|Va Virginia|
Wash Washington|Wis Wisconsin|Wyo Wyoming`
    .split('|')
    .map((line) => line.trim().split(' ') as [string, string]),
);

/** Kinds of street, short and long. */
export const STREETS: readonly string[] =
  `St Street Ave Avenue Av Rd Road Blvd Boulevard Dr Drive Ln Lane Way Pl Place Ct Court Sq Square Pkwy Parkway Hwy Highway Terrace Ter Broadway Alley
   Circle Cir Trail Trl Row Crescent Plaza Expy Expressway Fwy Freeway`.split(/\s+/);

/** Short kinds of street → spoken. */
export const STREET_NAMES: Readonly<Record<string, string>> = {
  St: 'Street',
  Ave: 'Avenue',
  Av: 'Avenue',
  Rd: 'Road',
  Blvd: 'Boulevard',
  Dr: 'Drive',
  Ln: 'Lane',
  Pl: 'Place',
  Ct: 'Court',
  Sq: 'Square',
  Pkwy: 'Parkway',
  Hwy: 'Highway',
  Ter: 'Terrace',
  Cir: 'Circle',
  Trl: 'Trail',
  Expy: 'Expressway',
  Fwy: 'Freeway',
};

export const DIRECTIONS: Readonly<Record<string, string>> = {
  N: 'North',
  S: 'South',
  E: 'East',
  W: 'West',
  NE: 'Northeast',
  NW: 'Northwest',
  SE: 'Southeast',
  SW: 'Southwest',
};

/** Places that a direction is part of, where a capital before them is no initial: "N. Korea". */
export const DIRECTED_PLACES: ReadonlySet<string> = new Set(
  'Africa America Bank Carolina Coast Dakota Ireland Korea Macedonia Sudan Virginia Yorkshire Sussex'.split(
    ' ',
  ),
);
