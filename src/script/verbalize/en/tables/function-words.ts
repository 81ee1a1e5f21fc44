/** Words that are no noun, so that what stands before them is not their adjective. */
export const NOT_NOUNS: ReadonlySet<string> = new Set(
  `a about above after again against ago all also although am among an and annually any apiece are around as at away
   back be because been before below between both but by can combined could cumulatively daily did do does down during each
   either even every except for from get gets had has have he her here his how however if in including instead into is it its
   just last later less like made makes may might monthly more most much must near next no nor not now of off on once one only onto or
   other our out over paid per plus raised rather saved she should since so some such than that the their them then there these they this
   those through to today together too total toward towards under until up upon versus via was we well were what when where
   whereas which while who whose why will with within without worth would yearly yet you your`.split(/\s+/),
);
