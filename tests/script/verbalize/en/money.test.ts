import { examples } from './examples.js';

examples('Money', {
  'with cents': {
    '$2.50': 'two dollars and fifty cents',
    '$1.01': 'one dollar and one cent',
    '$0.15': 'fifteen cents',
    '$20.01': 'twenty dollars and one cent',
    '£3.99 a month': 'three pounds and ninety-nine pence a month',
    '3¢': 'three cents',
    '$.99': 'ninety-nine cents',
  },
  without: {
    'EUR/USD 1.08': 'E U R U S D one point zero eight',
    '$5.00': 'five dollars',
    $1: 'one dollar',
    '¥500': 'five hundred yen',
    '£1': 'one pound',
    '$2.000': 'two dollars',
    '$20.506': 'twenty point five zero six dollars',
    '$0.0036': 'zero point zero zero three six dollars',
  },
  'with a scale': {
    '$1.5 mil. in cash': 'one point five million dollars in cash',
    '$1.2B': 'one point two billion dollars',
    '€3m': 'three million euros',
    '£2.5bn': 'two point five billion pounds',
    '₹2,000 crore': 'two thousand crore rupees',
    '₩460 billion': 'four hundred sixty billion won',
    '$25.05k': 'twenty-five point zero five thousand dollars',
    '-$5 million': 'minus five million dollars',
    '1.436 billion yuan': 'one point four three six billion yuan',
  },
  'other countries': {
    US$40: 'forty U S dollars',
    A$5: 'five Australian dollars',
    'C$1.3 billion': 'one point three billion Canadian dollars',
    'USD 5 million': 'five million U S dollars',
    '50 EUR': 'fifty euros',
    'CHF 20': 'twenty Swiss francs',
  },
  'per something': {
    'a $20/mo. price tag': 'a twenty dollars per month price tag',
    '$20/month': 'twenty dollars per month',
    '£10/wk': 'ten pounds per week',
    '€49/user/month': 'forty-nine euros per user per month',
    '$3.50/gal': 'three dollars and fifty cents per gallon',
  },
  'lists of prices': {
    '$2.50/$0.25/$7.50 per million':
      'two dollars and fifty cents, twenty-five cents, seven dollars and fifty cents per million',
  },
  'before a noun': {
    'a multi-$100M deal': 'a multi one hundred million dollar deal',
    'sub-$20 plans': 'sub twenty dollar plans',
    'a $300B post-money valuation': 'a three hundred billion dollar post-money valuation',
    'a $14B valuation': 'a fourteen billion dollar valuation',
    'a $2.5 trillion company': 'a two point five trillion dollar company',
    'the plan costs $20 per month': 'the plan costs twenty dollars per month',
  },
  'with other signs': {
    'kr 250 million': 'two hundred fifty million kroner',
    '~$80bn': 'about eighty billion dollars',
    '<$5': 'less than five dollars',
    '$1M+': 'one million dollars plus',
    '$NVDA rose': 'N V D A rose',
  },
});
