import { examples } from './examples.js';

examples('Roman numerals', {
  rulers: {
    'John D. Smith III': 'John D Smith the third',
    'Robert Downey IV': 'Robert Downey the fourth',
    'Henry VIII': 'Henry the eighth',
    'Louis XIV': 'Louis the fourteenth',
    'Queen Elizabeth II': 'Queen Elizabeth the second',
    'Pope John Paul II': 'Pope John Paul the second',
  },
  numbers: {
    'chapters IV–VI': 'chapters four to six',
    'Part II': 'Part two',
    'a Type II error': 'a Type two error',
    'Super Bowl LIX': 'Super Bowl fifty-nine',
    'World War I': 'World War one',
    'Act III, Scene ii': 'Act three, Scene two',
    'Rocky II': 'Rocky two',
    XLIV: 'forty-four',
  },
  centuries: {
    'the XVI century': 'the sixteenth century',
  },
  'no numerals': {
    'Final Fantasy': 'Final Fantasy',
    'I think I am': 'I think I am',
    'Malcolm X': 'Malcolm X',
    'Series C': 'Series C',
    'an ML model': 'an M L model',
    'in part I agree': 'in part I agree',
  },
  items: {
    '(ii) the cost': 'two, the cost',
  },
});
