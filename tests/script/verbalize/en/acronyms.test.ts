import { examples } from './examples.js';

examples('Acronyms and compounds', {
  spelled: {
    'two APIs': "two A P I's",
    'its CEO said': 'its C E O said',
    LLMs: "L L M's",
    SQL: 'S Q L',
    'the EU’s': "the E U's",
    MLOps: 'M L Ops',
    'US and UK': 'U S and U K',
    'It is IT': 'It is I T',
  },
  'as a word': {
    NASA: 'Nasa',
    NIST: 'Nist',
    'RAG and LoRA': 'Rag and Lora',
    GANs: 'Gans',
    'NATO’s': "Nato's",
  },
  'by custom': {
    'an IEEE paper': 'an I triple E paper',
    PhDs: "P H D's",
    JPEG: 'J peg',
  },
  'of mixed case': {
    GmbH: 'G M B H',
    'MiG-29': 'Mig twenty-nine',
    DoD: 'D O D',
    "a 1X's NEO": "a one X's N E O",
    OpenAI: 'Open A I',
    DeepSeek: 'Deep Seek',
    ChatGPT: 'Chat G P T',
    fMRI: 'F M R I',
    xAI: 'X A I',
    LaMDA: 'Lamda',
    RoBERTa: 'Roberta',
    McCrory: 'McCrory',
    FUSIONv3: 'fusion v three',
    '4o’C++': 'four O C plus plus',
    ﹴ𝐀: 'ٍ A',
  },
  'with points': {
    'the U.S. economy': 'the U S economy',
    'U.S.-based': 'U S based',
    'A.I': 'A I',
    'I.B.M. said': 'I B M said',
  },
  'with an ampersand': {
    'AT&T': 'A T and T',
    'Q&A': 'Q and A',
    'S&P 500': 'S and P five hundred',
  },
  'capitals that are words': {
    'BREAKING NEWS': 'breaking news',
    'IMPORTANT: DO NOT REPLY': 'important: do not reply',
    'This is VERY important': 'This is very important',
    'WHO said so': 'W H O said so',
  },
  'small letters': {
    'html and sql': 'H T M L and S Q L',
    'aka Bob': 'A K A Bob',
  },
});
