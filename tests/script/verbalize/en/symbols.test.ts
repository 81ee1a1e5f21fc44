import { examples } from './examples.js';

examples('Signs and emoji', {
  signs: {
    'Jane <jane@x.org> wrote': 'Jane jane at x dot org wrote',
    'x > y': 'x greater than y',
    '1/ First, the news. 2/ Then jobs.': 'one. First, the news. two. Then jobs.',
    'this && that': 'this and that',
    '© 2025 Acme': 'copyright twenty twenty-five Acme',
    '§ 230': 'section two hundred thirty',
    'a 5★ review': 'a five star review',
    '★★★★☆': 'four stars',
    'Foo® and Bar™': 'Foo and Bar',
    'Johnson & Johnson': 'Johnson and Johnson',
    'upgrade / update': 'upgrade slash update',
    'and/or': 'and or',
    '500+': 'five hundred plus',
  },
  emoji: {
    '🎉 Launch day': 'Launch day',
    'Great 🚀!': 'Great!',
    'a 🚀 launch': 'a rocket launch',
    'We ❤️ open source': 'We love open source',
  },
  footnotes: {
    'as shown [1, 2].': 'as shown.',
    'the end.¹': 'the end.',
    'note*': 'note',
    'A* search': 'A-star search',
  },
});
