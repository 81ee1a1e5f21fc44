import { examples } from './examples.js';

examples('Dates', {
  'month first': {
    'July 25 2012': 'July twenty-fifth, twenty twelve',
    'jul 25 2012': 'July twenty-fifth, twenty twelve',
    'Jan. 15': 'January fifteenth',
    'JAN. 15 2020': 'January fifteenth, twenty twenty',
    'September 11, 2001': 'September eleventh, two thousand one',
    'July 4th': 'July fourth',
  },
  'day first': {
    '25 july 2012': 'the twenty-fifth of July twenty twelve',
    '25 sept.': 'the twenty-fifth of September.',
    'the 3rd of March': 'the third of March',
    '3 March 2023': 'the third of March twenty twenty-three',
  },
  'month and year': {
    'July 1506': 'July fifteen oh six',
    'March 2023': 'March twenty twenty-three',
  },
  'in numbers': {
    '2025-01-20': 'January twentieth, twenty twenty-five',
    '2016/07/03': 'July third, twenty sixteen',
    '04/24/2020': 'April twenty-fourth, twenty twenty',
    '25/12/2023': 'December twenty-fifth, twenty twenty-three',
    '25.12.2023': 'December twenty-fifth, twenty twenty-three',
  },
  'months alone': {
    'JAN. Feb. mar.': 'January February March.',
    'the Oct. issue': 'the October issue',
    'we may go': 'we may go',
  },
  'days of the week': {
    'Mon., Jan. 5': 'Monday, January fifth',
    'Mon.-Sun.': 'Monday to Sunday.',
    'the sun is up': 'the sun is up',
  },
});
