/**
 * Abbreviations after which a full stop ends no sentence, in the languages whose rules (UAX #29, which knows no
 * abbreviations) would break there. Lower case, without the stop. The player, which shares nothing with Node, has the same.
 */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  [
    // English
    'mr mrs ms dr prof sr jr st mt gen col capt lt sgt rev hon gov sen rep vs etc inc ltd co corp dept est no vol fig pp approx',
    'jan feb mar apr jun jul aug sep sept oct nov dec e.g i.e u.s u.k p.m a.m',
    // German
    'bzw ca evtl ggf hr fr nr str u.a z.b d.h usw vgl bspw s.o',
    // Spanish, French
    'sra srta dra ud uds av art núm pág mme mlle',
  ].flatMap((line) => line.split(' ')),
);
