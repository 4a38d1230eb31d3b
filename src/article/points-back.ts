const POINTS_BACK =
  /^["“「『«„(（]?(?:(?:但是?|然而|不过|不過|因此|所以|此外|另外|同时|同時|而且|并且|並且|其中|对此|對此|之后|之後|随后|隨後|后来|後來|接着|接著|于是|於是|与此同时|與此同時|尽管如此|儘管如此|除此之外|相反|例如|比如|为此|為此|由此|那(?!时候|天|一天|年)|他们|他們|她们|她們|他|她|它|这|這|此|该|該|しかし|また|そして|一方|これ|それ|彼)|(?:However|But|And|So|He|She|They|It|This|That|These|Those|His|Her|Their|Its|Such|Also|Then|Meanwhile|Therefore|Instead|Later|Yet|Still|Afterwards|Thus|Hence|Pero|Mais|Aber|Но)\b)/u;

/** Whether a text begins with a word that points back ("However", "他"), so that it reads ill without what is before it. */
export function pointsBack(text: string): boolean {
  return POINTS_BACK.test(text);
}
