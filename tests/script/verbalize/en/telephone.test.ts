import { examples } from './examples.js';

examples('Telephone and other numbers of digits', {
  telephone: {
    '123-123-5678': 'one two three, one two three, five six seven eight',
    '(415) 555-2671': 'four one five, five five five, two six seven one',
    'call me at +1 123-123-5678': 'call me at plus one, one two three, one two three, five six seven eight',
    '+44 20 7946 0958': 'plus four four, two zero, seven nine four six, zero nine five eight',
    '1-800-GO-U-HAUL': 'one, eight hundred, G O, U, H A U L',
    '0800 123 456': 'zero eight zero zero, one two three, four five six',
    '555-1234': 'five five five, one two three four',
  },
  other: {
    'a 401k plan': 'a four zero one K plan',
    'zip code 94105': 'zip code nine four one zero five',
    'call 911': 'call nine one one',
    '225.55.0.45': 'two two five dot five five dot zero dot four five',
    '10.0.0.1:8080': 'one zero dot zero dot zero dot one colon eight zero eight zero',
    'a 401(k)': 'a four zero one k',
  },
});
