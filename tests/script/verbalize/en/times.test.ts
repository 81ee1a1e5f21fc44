import { examples } from './examples.js';

examples('Times and durations', {
  'with a.m. and p.m.': {
    '1:59 p.m.': 'one fifty-nine P M.',
    '01:00 am': 'one A M',
    '00:05am': 'twelve oh five A M',
    '5pm': 'five P M',
    '02.30 a.m.': 'two thirty A M.',
    'at 9 a.m. Monday': 'at nine A M Monday',
  },
  'time zones': {
    '1:59 p.m. e.s.t': 'one fifty-nine P M E S T',
    '14:30 UTC': 'fourteen thirty U T C',
    '3 p.m. ET': 'three P M E T',
  },
  without: {
    '2:00': "two o'clock",
    '08:06': 'eight oh six',
    '16:30': 'sixteen thirty',
    '24:00': 'midnight',
  },
  durations: {
    'It took 1h30': 'It took one hour and thirty minutes',
    'done in 10s.': 'done in ten seconds.',
    'It took 2h 15m.': 'It took two hours and fifteen minutes.',
    '1h. 3m 2sec': 'one hour three minutes and two seconds',
    '1:23:45': 'one hour twenty-three minutes and forty-five seconds',
    '90 min': 'ninety minutes',
    '2 hrs': 'two hours',
  },
});
