import { examples } from './examples.js';

examples('Addresses of the net', {
  'a bare URL by its site': {
    'https://www.example.com/': 'example dot com',
    'Source: https://example.com/pricing.': 'Source: example dot com.',
    '(https://social.example/@ann/status/123456789)': 'social dot example',
    'https://news.example.co.uk/2024/05/02/jam-is-dear.html': 'news dot example dot co dot U K',
    'https://example.com/a/2401.12345v2?utm_source=mail': 'example dot com',
    'Check www.site.com?q=test': 'Check site dot com',
  },
  'what a listener is told to visit, as far as it can be kept in mind': {
    'Go to https://test.org/path': 'Go to test dot org slash path',
    'Visit www.test.org/docs': 'Visit test dot org slash docs',
    'Sign up at https://example.com/spring-fair/2025':
      'Sign up at example dot com slash spring dash fair slash twenty twenty-five',
    'Read it at https://example.com/why-jam-is-dear-this-year': 'Read it at example dot com',
  },
  'an address written as one says it': {
    'See example.com/pricing for more': 'See example dot com slash pricing for more',
    'video.example.com/@plums': 'video dot example dot com slash at plums',
    'preprints.example.org/abs/2401.12345': 'preprints dot example dot org',
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
    '#100DaysOfCode': 'hashtag one hundred Days Of Code',
    'u/spez on r/technology': 'U slash spez on R slash technology',
    'F1@0.5': 'F one at zero point five',
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
