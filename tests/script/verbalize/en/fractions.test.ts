import { examples } from './examples.js';

examples('Fractions and pairs', {
  fractions: {
    '1/2': 'one half',
    '3/4': 'three quarters',
    '1/13': 'one thirteenth',
    '1/20th': 'one twentieth',
    '2/8': 'two eighths',
    '-1/2': 'minus one half',
  },
  'mixed numbers': {
    '2½ years': 'two and a half years',
    '2 1/2 cups': 'two and a half cups',
    '1½': 'one and a half',
    '23 4/5': 'twenty-three and four fifths',
  },
  'of a unit': {
    'a ⅓-lb. burger': 'a one third pound burger',
    '¼ tsp. salt': 'one quarter of a teaspoon salt',
    'a 1/250s exposure': 'a one two hundred fiftieth of a second exposure',
    '120/80 mmHg': 'one hundred twenty over eighty millimeters of mercury',
    '1/2 kg': 'half a kilogram',
    '3/4 mi': 'three quarters of a mile',
    '2½ km': 'two and a half kilometers',
  },
  'pairs that are no fraction': {
    'a 70/20/10 split': 'a seventy, twenty, ten split',
    'the 1999/2000 season': 'the nineteen ninety-nine to two thousand season',
    '24/7': 'twenty-four seven',
    '24/7/365': 'twenty-four seven three sixty-five',
    '9/11': 'nine eleven',
    '50/50': 'fifty-fifty',
    '20/20 vision': 'twenty-twenty vision',
    'rated 8/10': 'rated eight out of ten',
    '4/5 stars': 'four out of five stars',
    'on 10/5': 'on October fifth',
  },
});
