import { examples } from './examples.js';

examples('Mathematics', {
  powers: {
    '3 × 10^8 m/s': 'three times ten to the eighth meters per second',
    '10⁻⁹ m': 'ten to the minus nine meters',
    '3.0e8 m/s': 'three point zero times ten to the eighth meters per second',
    '10^6': 'ten to the sixth',
    '10^18': 'ten to the eighteenth',
    '10⁻⁶': 'ten to the minus six',
    'x²': 'x squared',
    'n³': 'n cubed',
    '2^n': 'two to the power of n',
    'E = mc²': 'E equals mc squared',
  },
  notation: {
    'P(A|B)': 'P of A given B',
    'O(n²) time': 'big O of n squared time',
    'O(n log n)': 'big O of n log n',
    'f(x) = 2x + 1': 'f of x equals two x plus one',
    '1e-4': 'one times ten to the minus four',
    '3.2 × 10^5': 'three point two times ten to the fifth',
    '6.02×10^23': 'six point zero two times ten to the twenty-third',
  },
  relations: {
    '±2 points': 'plus or minus two points',
    '≥ 90%': 'greater than or equal to ninety percent',
    'p < 0.05': 'p less than zero point zero five',
    '5 ≤ 6': 'five less than or equal to six',
    'x ≠ y': 'x not equal to y',
    '≈ 150': 'about one hundred fifty',
    '~200 people': 'about two hundred people',
    'y=x +1': 'y equals x plus one',
    'a*b': 'a times b',
    '3-2=1': 'three minus two equals one',
  },
  letters: {
    'SO₂': 'S O two',
    'B+, B-, A': 'B plus, B minus, A',
    'a 5σ result': 'a five sigma result',
    π: 'pi',
    Δt: 'delta t',
    'σ = 0.5': 'sigma equals zero point five',
  },
  arrows: {
    'text → speech': 'text to speech',
    'a -> b': 'a to b',
  },
});
