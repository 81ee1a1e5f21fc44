import { examples } from './examples.js';

examples('Models, versions and serial numbers', {
  models: {
    'GPT-4o': 'G P T four O',
    'GPT-4.1 mini': 'G P T four point one mini',
    'Qwen3.7-Max': 'Qwen three point seven Max',
    'Qwen3.6-35B-A3B': 'Qwen three point six thirty-five B A-three B',
    'Llama 3.1 405B': 'Llama three point one four hundred five B',
    'a 7B-parameter model': 'a seven billion-parameter model',
    o3: 'o three',
    'Llama 3.1-8B-Instruct': 'Llama three point one eight B-Instruct',
    '1080p video': 'ten eighty P video',
    'H.264': 'H two six four',
    'arXiv:2401.12345': 'archive two four zero one dot one two three four five',
    'DeepSeek-R1-Distill-Qwen-32B': 'Deep Seek R one Distill-Qwen thirty-two B',
    'gpt-3.5-turbo-0125': 'G P T three point five turbo zero one two five',
    'H100 and A100': 'H one hundred and A-one hundred',
    'RTX 4050ti': 'R T X forty fifty T I',
    'Ryzen 9 7950X': 'Ryzen nine seventy-nine fifty X',
  },
  versions: {
    'v2.1': 'version two point one',
    'Python 3.12.4': 'Python three point twelve point four',
    'iOS 17.4.1': 'i O S seventeen point four point one',
    'Copilot+': 'Copilot plus',
  },
  benchmarks: {
    'SWE-bench': 'S W E bench',
    'BMC@5': 'B M C at five',
    'MMLU-Pro': 'M M L U Pro',
    'pass@1': 'pass at one',
    GSM8K: 'G S M eight K',
    'top-1': 'top one',
  },
  serials: {
    B2A23C: 'B two A-twenty-three C',
    '133-ABC': 'one hundred thirty-three A B C',
    '25d08A': 'twenty-five D zero eight A',
    'Covid-19': 'Covid nineteen',
    x86: 'x eighty-six',
    'SB-1047': 'S B ten forty-seven',
    'Boeing 747': 'Boeing seven forty-seven',
  },
  endings: {
    'GPT-3’s': "G P T three's",
    H100s: "H one hundred's",
  },
  'names with points': {
    'Node.js and .NET': 'Node dot J S and dot net',
    'torch.nn.Module': 'torch dot N N dot Module',
  },
});
