/** What items of a list are called before their number: "step 2". */
export const COUNTED_THINGS: readonly string[] =
  `step steps point points item items number rule rules tip tips reason reasons option options question questions lesson
   lessons task tasks idea ideas choice choices method principle stage trick entry pick`.split(/\s+/);

/** What they are called behind it: "the second step". */
export const ORDERED_THINGS: readonly string[] =
  `step point item rule tip reason option question lesson task idea choice method principle stage trick entry pick`.split(
    /\s+/,
  );
