import { examples } from './examples.js';

examples('Abbreviations', {
  titles: {
    'Fr. O’Malley': "father O'Malley",
    'Gen. Z buys': 'Gen Z buys',
    'Gen. Grant won': 'general Grant won',
    'Dr. Evil': 'doctor Evil',
    'Mr. and Mrs. Jones': 'mister and missus Jones',
    'mr. dao': 'mister dao',
    'Prof. Li': 'professor Li',
    'Sen. Warren': 'senator Warren',
    'Lt. Col. Smith': 'lieutenant colonel Smith',
  },
  'by context': {
    'St. Louis': 'Saint Louis',
    'Main St. in St. Louis': 'Main Street in Saint Louis',
    'Nancy lived on 1428 Elm St.': 'Nancy lived on fourteen twenty-eight Elm Street.',
    'st. george': 'Saint george',
    'No. 162': 'number one hundred sixty-two',
    'No. of items is no guess': 'No. of items is no guess',
  },
  'behind names': {
    'Acme Inc. said': 'Acme incorporated said',
    'Foo Ltd.': 'Foo limited.',
    'Martin Luther King Jr. spoke': 'Martin Luther King junior spoke',
  },
  references: {
    'See p. 44.': 'See page forty-four.',
    'See p. 44, 46.': 'See pages forty-four, forty-six.',
    'Vol. 3, No. 2': 'volume three, number two',
    'Figs. 2 and 3': 'figures two and three',
  },
  'common ones': {
    '5% p.a. at most': 'five percent per annum at most',
    'a Cat. 5 hurricane': 'a category five hurricane',
    'e.g. cats': 'for example, cats',
    'i.e., dogs': 'that is, dogs',
    'Apple vs. Samsung': 'Apple versus Samsung',
    'approx. 50': 'approximately fifty',
    'spaghetti etc. What now?': 'spaghetti et cetera. What now?',
    'w/o sugar': 'without sugar',
    'h/t Simon': 'hat tip Simon',
    'Jr. and Sr. engineers': 'junior and senior engineers',
    'Chelsea’s No 9': "Chelsea's number nine",
    'Cllr Okafor': 'councillor Okafor',
    'Ctrl+C': 'control plus C',
    'he/she': 'he or she',
  },
  initials: {
    'George R.R. Martin': 'George R R Martin',
    'J. K. Rowling': 'J K Rowling',
    'John F. Kennedy': 'John F Kennedy',
  },
  degrees: {
    'a Ph.D. student': 'a P H D student',
    'M.D.': 'M D.',
  },
});
