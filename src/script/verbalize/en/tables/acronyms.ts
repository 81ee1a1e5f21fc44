/** Acronyms that are said as a word. (Of four letters and more, those that can be said as a word need no entry.) */
export const SPOKEN_AS_WORD: ReadonlySet<string> = new Set(
  `ACID AIDS ASCII AUKUS AWOL BERT BIOS BLEU BRICS CAD CAPTCHA CERN CLIP COCO COVID CRISPR CRUD CUDA DALL DARPA DINO ELMO
   EBITDA FAANG FEMA FICO FIFA FOMO FRAND GAN GIF GLUE HIPAA IARPA ICANN JSON LAN LASER LIDAR LISP LLAMA LORA MOOC NAFTA NAND NASA NVIDIA
   NASCAR NASDAQ NATO NERF NIST NOAA OPEC OSHA PAC PEFT PETA PIN POTUS QLORA RADAR RAG RAID RAM REST ROM ROUGE SAG SAM SCOTUS SCUBA SHAP
   SIM SONAR SOTA SQUAD STEM SWAT TED UEFA UNESCO UNICEF UNIX YAML YOLO ZIP`.split(/\s+/),
);

/** Spellings with a sound that no rule would find. */
export const SOUNDS: Readonly<Record<string, string>> = {
  AAAI: 'triple A I',
  arXiv: 'Arxiv',
  BoolQ: 'Bool Q',
  CoT: 'C O T',
  DDoS: 'D dos',
  DiT: 'D I T',
  DRAM: 'D ram',
  GFLOPS: 'gigaflops',
  GPAI: 'G P A I',
  GROVER: 'Grover',
  IaaS: 'I A A S',
  IEEE: 'I triple E',
  iOS: 'i O S',
  JPEG: 'J peg',
  LaTeX: 'Latex',
  macOS: 'mac O S',
  MoE: 'M O E',
  MPEG: 'M peg',
  MSCOCO: 'M S Coco',
  OK: 'okay',
  NAACP: 'N double A C P',
  NeRF: 'Nerf',
  NeurIPS: 'Neurips',
  PaaS: 'Paas',
  PFLOPS: 'petaflops',
  pH: 'P H',
  PhD: 'P H D',
  QLoRA: 'Q Lora',
  README: 'read me',
  SaaS: 'Saas',
  SRAM: 'S ram',
  TFLOPS: 'teraflops',
  VRAM: 'V ram',
  WWI: 'World War one',
  WWII: 'World War two',
  WiFi: 'Wi-Fi',
  YoY: 'year over year',
  QoQ: 'quarter over quarter',
  MoM: 'month over month',
};

/** Acronyms that look like words, or could be said as one, yet are spelled. */
export const SPELLED: ReadonlySet<string> = new Set(
  `ACLU ADHD AGI AI AIME AM API ASIC ATM AUC BBC BCE CAGR CBO CEO CFO CIA CIO CMO CMS COO COPD CRO CS CTO CV DEI DIY DNA DOE DOI EDA EDU EOD ER
   ESPN ET ETA EU EUV EV FAQ GAAP GB GM GPU HHS HQ IMHO ASAP HR IAEA ICU ID IDE IOU IP IPO IQ IRS IT IV KPI LA LAX LED LG MA MD MIT MLOPS MOE MP MS NBA NLU NYSE
   OCR OEM OS PA PC PM PR PS QA ROI ROTC RPM SAAS SAP SDK SEC SEO SKU SOC SUV TI TV UAE UAV UCLA UI UK UN URI URL US USA USB USC USDA USPS UX
   VC VIP VP VPN VR WHO XR AR IEC ISO ASL ALS EMS EMEA APR APA AIG AOL ARR ASU OPT OU UAW UCB UPS USSR YOY
   VAT SAT MOD IRA BAE MOT DOT ADA`.split(/\s+/),
);

/** Words of small letters that are spelled all the same, as in file and model names. */
export const SPELLED_IN_SMALL: ReadonlySet<string> = new Set(
  `aka ggml api aws cli cpp cpu csv css db dns dpo ftp gcp gguf gpt gpu gui html http https id ip js jpg jsx llm llms mcp md ml mlp mp nlp npm
   os pdf php plc png py qa rl rnn sdk sql ssh ssl svg tcp tls ts tsx tts ui url usb ux vl vlm vm vpn vr www xai xml yml`.split(
    /\s+/,
  ),
);

/** Beginnings of surnames that are written together with a capital inside. */
export const NAME_PREFIXES: ReadonlySet<string> = new Set(
  'Mc Mac De Di Du La Le Van Von Fitz Des Del Da El Al Ben'.split(' '),
);
