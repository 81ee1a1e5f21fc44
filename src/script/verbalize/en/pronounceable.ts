/** Consonants that English words begin with, beside single ones. */
const ONSETS = new Set(
  `bl br ch chr cl cr dr dw fl fr gh gl gr kl kn kr ll ph phr pl pr ps qu rh sc sch scr sh shr sk sl sm sn sp spl spr st str sw th thr tr tw
   wh wr`.split(/\s+/),
);

/** Consonants that English words end with, beside single ones. */
const CODAS = new Set(
  `bs ch ck cks ct cts ds ff ffs ft fts gh ght gs ks ld lds lf lfs lk lks ll lls lm lms lp lps ls lt lts mb mbs mp mps ms nc nch nd nds ng
   ngs nk nks ns nt nth nts ph pt pts rb rbs rc rch rd rds rf rg rk rks rl rls rm rms rn rns rp rps rs rsh rst rt rth rts rve sh sk sks
   sm sms sp ss st sts tch th ths ts tt tz wl wn wns xt zz`.split(/\s+/),
);

/** Letters that no English word ends with. */
const NO_END = /[jqvui]$/;

/** Whether letters can be said as an English word: vowels between consonants that go together. */
export function isPronounceable(word: string): boolean {
  if (!/^[a-z]{3,16}$/.test(word) || /q(?!u)|[aeiouy]{3}|aa|ii|uu|yy/.test(word) || NO_END.test(word))
    return false;
  const runs = word.match(/[aeiouy]+|[^aeiouy]+/g) ?? [];
  if (runs.length < 2) return false;
  return runs.every(
    (run, index) => /^[aeiouy]/.test(run) || fits(run, index === 0, index === runs.length - 1),
  );
}

function fits(consonants: string, first: boolean, last: boolean): boolean {
  if (consonants.length === 1) return true;
  if (first) return ONSETS.has(consonants);
  if (last) return CODAS.has(consonants);
  return splits(consonants);
}

/** Between vowels, a cluster is an end and a beginning. */
function splits(consonants: string): boolean {
  for (let cut = 1; cut < consonants.length; cut += 1) {
    const end = consonants.slice(0, cut);
    const start = consonants.slice(cut);
    if ((end.length === 1 || CODAS.has(end)) && (start.length === 1 || ONSETS.has(start))) return true;
  }
  return ONSETS.has(consonants);
}
