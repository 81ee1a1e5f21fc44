import { examples } from './examples.js';

examples('Years and periods', {
  years: {
    "the '08–'09 crisis": 'the oh eight to oh nine crisis',
    '1994': 'nineteen ninety-four',
    '1900': 'nineteen hundred',
    '1905': 'nineteen oh five',
    '2000': 'two thousand',
    '2008': 'two thousand eight',
    '2010': 'twenty ten',
    'In 1066, William': 'In ten sixty-six, William',
    '© 2025 Acme': 'copyright twenty twenty-five Acme',
    '(Smith et al., 2023)': 'Smith et al, twenty twenty-three',
  },
  'no years': {
    '1500 people': 'fifteen hundred people',
    'about 2000 people': 'about two thousand people',
    '1000-language': 'one thousand language',
    '2048 tokens': 'two thousand forty-eight tokens',
  },
  decades: {
    'a 60s timeout': 'a sixty second timeout',
    '60s music': 'sixties music',
    "in the '00s": 'in the two thousands',
    'in 80s fashion': 'in eighties fashion',
    'in his 30s': 'in his thirties',
    'the 1980s': 'the nineteen eighties',
    "the '90s": 'the nineties',
    '1910s': 'nineteen tens',
    'mid-1990s': 'mid nineteen nineties',
    'in her 30s': 'in her thirties',
  },
  eras: {
    '750BC': 'seven hundred fifty B C',
    'AD 79': 'A D seventy-nine',
    '1920A.D': 'nineteen twenty A D',
    '2024 B.C': 'twenty twenty-four B C',
  },
  'quarters and fiscal years': {
    'Q3 2024': 'Q three twenty twenty-four',
    '3Q22': 'Q three twenty-two',
    "Q3'24": 'Q three twenty-four',
    'H1 2025': 'H one twenty twenty-five',
    FY2025: 'fiscal year twenty twenty-five',
  },
});
