import { examples } from './examples.js';

examples('Numbers', {
  cardinals: {
    '0': 'zero',
    '62 people': 'sixty-two people',
    '1,204': 'one thousand two hundred four',
    '123,000,012': 'one hundred twenty-three million twelve',
    '004': 'zero zero four',
    '1 000 000': 'one million',
    'The answer is 42.': 'The answer is forty-two.',
  },
  decimals: {
    '1.8': 'one point eight',
    '0.004': 'zero point zero zero four',
    '.5': 'point five',
    '12,345.678': 'twelve thousand three hundred forty-five point six seven eight',
    '2.00': 'two point zero zero',
  },
  'grouped as in India': {
    'Rs. 1,00,000': 'one hundred thousand rupees',
    '12,34,567': 'one million two hundred thirty-four thousand five hundred sixty-seven',
  },
  'decimal commas': {
    '€3,50': 'three euros and fifty cents',
    '1.234,56 €': 'one thousand two hundred thirty-four euros and fifty-six cents',
    '12,5 % of voters': 'twelve point five percent of voters',
    '3,5 Prozent': 'three point five Prozent',
    '12,500 people': 'twelve thousand five hundred people',
    'pages 3,4 and 5': 'pages three, four and five',
  },
  ordinals: {
    '2nd': 'second',
    '111th': 'one hundred eleventh',
    'the 21st century': 'the twenty-first century',
    '1,000th': 'one thousandth',
    '2nd-best': 'second-best',
  },
  'negative numbers': {
    '-5 degrees': 'minus five degrees',
    '-0.12': 'minus zero point one two',
    'a change of −3.2%': 'a change of minus three point two percent',
  },
  scales: {
    '1.6k of the 10k bricks': 'one point six thousand of the ten thousand bricks',
    '128K tokens': 'one hundred twenty-eight thousand tokens',
    '15T tokens': 'fifteen trillion tokens',
    '4K video': 'four K video',
    '1.5 trillion': 'one point five trillion',
    '8 million': 'eight million',
  },
  multiples: {
    "3x last year's sum": "three times last year's sum",
    "3x Anthropic's price": "three times Anthropic's price",
    'a 2.5x speedup': 'a two point five x speedup',
    '10x better': 'ten times better',
    'a 10x engineer': 'a ten x engineer',
    '2–3x cheaper': 'two to three times cheaper',
    '3× faster': 'three times faster',
  },
  'digits of other scripts': {
    '٣ and ४': 'three and four',
    '①': 'one',
    Ⅷ: 'eight',
  },
});
