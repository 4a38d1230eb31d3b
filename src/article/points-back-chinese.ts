const OPENERS = '^["“「『«„(（]?';
const CONNECTIVES =
  '但是?|然而|不过|不過|可是|只是|因此|因而|所以|此外|另外|同时|同時|同样|同樣|而且|并且|並且|况且|而|其中|其次|再次|再者|最后(?!一)|最後(?!一)|' +
  '对此|對此|就此|在此|之后|之後|随后|隨後|后来|後來|接着|接著|于是|於是|当时|當時|与此|與此|尽管如此|儘管如此|不仅如此|不僅如此|' +
  '如此|正因|除此|相反|反之|例如|比如|譬如|为此|為此|由此|总之|總之|换句话说|換句話說|也就是说|也就是說|的确|的確|确实|確實|文中|' +
  '[二三四五六七八九十][、，]|第[二三四五六七八九十][，,]';
const PRONOUNS = '他们|他們|她们|她們|它们|它們|他|她|它';
const POINTERS = `那(?!时候|天|一天|年)|${PRONOUNS}|这|這|此|该|該`;
/** When something was, before whoever did it: "今晚，他", "两年后她". */
const WHEN =
  '(?:现在|現在|如今|目前|今天|昨天|今晚|昨晚|今年|去年|最近|近日|当天|當天|当晚|當晚|次日|第二天|不久|最终|最終|' +
  '[周星][期一二三四五六日天]{1,2}|[^，。、\\s]{0,4}(?:年|月|日|天|后|後|前|时|時))';
/** What can only point at things named before: "这两个词", "这种". */
const COUNTED = '[^。！？]{0,24}[这這](?:[两兩三四五几幾](?![年天日周月])|些都|种|種)';
const PREPOSITIONS = '有了|有关|有關|关于|關於|对于|對於|至于|至於|对|對|在|从|從|由|据|據|除了|为了|為了';
const JAPANESE = 'しかし|また|そして|一方|これ|それ|彼';
const CHINESE = new RegExp(
  `${OPENERS}(?:${CONNECTIVES}|${POINTERS}|${WHEN}[，,]?(?:${PRONOUNS})|(?:${PREPOSITIONS})[这這此]|${COUNTED}|${JAPANESE})`,
  'u',
);

/** Whether a Chinese or Japanese text begins with what points back, so that it reads ill without what is before it. */
export function pointsBackInChinese(text: string): boolean {
  return CHINESE.test(text);
}
