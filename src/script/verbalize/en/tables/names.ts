/** Names of rulers and popes: behind them a Roman numeral is an ordinal, "the Eighth". */
export const RULERS: ReadonlySet<string> = new Set(
  `Albert Alexander Alfonso Alfred Anne Baldwin Benedict Catherine Charles Christian Clement Constantine Darius Edgar Edmund Edward Elizabeth
   Eric Ferdinand Francis Franz Frederick Gaius George Gregory Gustav Haakon Harald Henry Innocent Isabella Ivan James Joan John Joseph Juan
   Julius Karl Leo Leopold Louis Magnus Margaret Maria Mary Maximilian Mehmed Mehmet Murad Napoleon Nero Nicholas Olaf Otto Paul Pedro Peter Philip
   Pius Ptolemy Rameses Ramesses Richard Robert Rudolf Selim Sigismund Stephen Suleiman Theodosius Thutmose Umberto Urban Victoria Victor Vittorio
   Wilhelm William Xerxes Emmanuel Hassan Mohammed Abdullah Sam Thomas David Michael Walter Davis Hugh Rama`.split(
    /\s+/,
  ),
);

/** Words before a Roman numeral that is a number: "Part two". */
export const NUMBERED_BY_ROMAN: ReadonlySet<string> = new Set(
  `vol no ch p pp pt bk art fig sec act annex apollo appendix article axis battalion bowl book canto category chapter class corps cohort division edition episode fantasy figure gemini
   grade group level mark module movement olympiad page part phase point psalm question round rule scene schedule season section
   sonnet stage star step table theorem tier title tome topic type unit vatican version volume war warcraft starcraft quake doom ultima civilization rocky
   windows pentium saturn soyuz titan trident minuteman polaris`.split(/\s+/),
);
