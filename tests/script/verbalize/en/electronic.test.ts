import { examples } from './examples.js';

examples('Addresses of the net', {
  URLs: {
    'https://www.example.com/': 'example dot com',
    'Go to https://test.org/path': 'Go to test dot org slash path',
    'Check www.site.com?q=test': 'Check site dot com question mark q equals test',
  },
  'long ones by site': {
    'https://example.com/a/2401.12345v2?utm_source=mail': 'example dot com',
  },
  'host names': {
    'nvidia.com': 'nvidia dot com',
    'example.co.uk': 'example dot co dot U K',
    'planetparasol.ai': 'planetparasol dot A I',
    'deeplearning.AI': 'deeplearning dot A I',
  },
  'e-mail': {
    'a.bc@nvidia.com': 'a dot bc at nvidia dot com',
    'jane.doe42@mail.co.uk': 'jane dot doe forty-two at mail dot co dot U K',
    'asdf123@abc.com': 'asdf one two three at abc dot com',
  },
  'handles and hashtags': {
    '@karpathy posted': 'at karpathy posted',
    '#MachineLearning': 'hashtag Machine Learning',
    '#1 app': 'number one app',
    'C# and F#': 'C sharp and F sharp',
  },
  'files and code': {
    'a README.md file': 'a read me dot M D file',
    'AGENTS.md': 'agents dot M D',
    'src/index.ts': 'src slash index dot T S',
    snake_case: 'snake case',
    'C++': 'C plus plus',
    '<think>': 'think',
  },
});
