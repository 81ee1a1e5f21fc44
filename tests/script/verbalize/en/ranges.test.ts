import { examples } from './examples.js';

examples('Ranges', {
  amounts: {
    'pp. ix–xii': 'pages nine to twelve',
    'ages 5–7½': 'ages five to seven and a half',
    '10–20': 'ten to twenty',
    '2-3 °C': 'two to three degrees Celsius',
    '10%-15%': 'ten percent to fifteen percent',
    '5–10 years': 'five to ten years',
    'pages 12–18': 'pages twelve to eighteen',
    'pp. 3-5': 'pages three to five',
    'ages 18-24': 'ages eighteen to twenty-four',
    '$10–15 per seat': 'ten to fifteen dollars per seat',
    '$50.00-$100.00': 'fifty dollars to one hundred dollars',
    '$1 million–$2 million': 'one million to two million dollars',
    'between $1.2 and $1.5 billion': 'between one point two and one point five billion dollars',
    '1.5–2x faster': 'one point five to two times faster',
  },
  'years and dates': {
    '18th–19th centuries': 'eighteenth to nineteenth centuries',
    '300 BCE – 200 CE': 'three hundred B C E to two hundred C E',
    '2019–2023': 'twenty nineteen to twenty twenty-three',
    '2023–24': 'twenty twenty-three to twenty-four',
    '1960s-80s': 'nineteen sixties to eighties',
    'Sept. 9–11': 'September ninth to eleventh',
    'Jan 5 – Feb 3, 2024': 'January fifth to February third, twenty twenty-four',
    'Mon–Fri': 'Monday to Friday',
    '10–12 May': 'the tenth to twelfth of May',
  },
  times: {
    '9–11 a.m.': 'nine to eleven A M.',
    '2pm-5pm': 'two P M to five P M',
    '10 a.m.–noon ET': 'ten A M to noon E T',
  },
  'scores and ratios': {
    'won 3–1': 'won three to one',
    'a 2:1 ratio': 'a two to one ratio',
    '16:9': 'sixteen to nine',
  },
  'no ranges': {
    '5-fold CV, n=3': 'five fold C V, n equals three',
    '50-50': 'fifty fifty',
    '7 - 3 = 4': 'seven minus three equals four',
    'F-16': 'F sixteen',
    'Llama 4 Maverick 17B-128E': 'Llama four Maverick seventeen B one hundred twenty-eight E',
  },
});
