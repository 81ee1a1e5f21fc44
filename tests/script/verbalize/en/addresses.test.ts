import { examples } from './examples.js';

examples('Addresses', {
  streets: {
    '123 Smth St, City, NY': 'one twenty-three Smth Street, City, New York',
    '708 N 1st St, San City': 'seven zero eight North first Street, San City',
    '1600 Pennsylvania Ave NW': 'sixteen hundred Pennsylvania Avenue Northwest',
    '123 Main St.': 'one twenty-three Main Street.',
  },
  states: {
    'Stroudsburg, PA': 'Stroudsburg, Pennsylvania',
    'San Francisco, CA 94105': 'San Francisco, California, nine four one zero five',
  },
  'house numbers stay out of': {
    'the 123 Main events': 'the one hundred twenty-three Main events',
  },
});
