const OPENERS = '^["“「『«„(（]?';
const CONNECTIVES =
  '但是?|然而|不过|不過|可是|只是|因此|因而|所以|此外|另外|同时|同時|同样|同樣|而且|并且|並且|况且|而|其中|其次|再次|再者|最后(?!一)|最後(?!一)|' +
  '对此|對此|就此|在此|之后|之後|随后|隨後|后来|後來|接着|接著|于是|於是|当时|當時|与此|與此|尽管如此|儘管如此|不仅如此|不僅如此|' +
  '如此|正因|除此|相反|反之|例如|比如|譬如|为此|為此|由此|总之|總之|换句话说|換句話說|也就是说|也就是說|的确|的確|确实|確實|文中|' +
  '其实|其實|事实上|事實上|实际上|實際上|当然|當然|甚至|毕竟|畢竟|果然|难怪|難怪|原来|原來|结果|結果|可见|可見|显然|顯然|' +
  '于此同时|只此|仅此|僅此|凡此|不难看出|不難看出|相比之下|相较之下|相較之下|即便如此|即使如此|无论如何|無論如何|以[下上](?:[为為是]|内容|內容)|' +
  '那[时時]|彼[时時]|第二天|次日|翌日|隔天|[当當][天日]|事[后後]|[从從]此|自此|' +
  '也(?![门門])|[还還](?![原款债債乡鄉])|又|更(?![新换換改名])|却|卻';
const ENUMERATION =
  '首先[，,]|(?:另)?一方面|一[来來][，,]|[二三四五六七八九十][、，]|第[二三四五六七八九十][，,]|其[一二三四五]|[一二三四五]是(?!否)';
const PRONOUNS = '他们|他們|她们|她們|它们|它們|(?<![其吉])他(?![国國人乡鄉信日])|她|(?<!其)它';
/** "这个星期" is a date, not an anaphor. */
const DEMONSTRATIVE = '[这這](?!个?(?:星期|月|周|週|季|[春夏秋冬]|世纪)|個?(?:星期|月|周|週|季|[春夏秋冬]|世紀)|年)';
const OTHER_REFERENCE =
  '其[他它余餘]|另(?:[据據有]|一(?![边邊]))|上述|前述|[前后後两兩]者(?!为)|[双雙]方(?!面)|[两兩][人国國](?!论)|[报報][道导導](?:[还還也并並])?(?:[说說称稱指]|[显顯]示)';
const POSSESSIVE = '其(?![他它余餘中次实實时時乐樂貌一二三四五])';
const REFERENCE = `那(?!时候|天|一天|年)|${PRONOUNS}|${DEMONSTRATIVE}|此|[该該]|${OTHER_REFERENCE}|${POSSESSIVE}`;
/** An expression of time before the anaphor: "今晚，他", "两年后她". */
const TIME =
  '(?:现在|現在|如今|目前|今天|昨天|今晚|昨晚|今年|去年|最近|近日|当天|當天|当晚|當晚|次日|第二天|不久|最终|最終|' +
  '[周星][期一二三四五六日天]{1,2}|[^，。、\\s]{0,6}(?:年|月|日|天|后|後|前|时|時|[内內间間底初末晚午][，,]))';
/** A counted demonstrative, anywhere in the first sentence: "这两个词", "这种". */
const COUNTED_DEMONSTRATIVE = '[^。！？]{0,24}[这這](?:[两兩三四五几幾](?![年天日周月])|些都|种|種)';
const PREPOSITIONS =
  '由于|由於|因为|因為|如果|虽然|雖然|尽管|儘管|即使|既然|[当當]|按照|根据|根據|[围圍][绕繞]|[针針]对|[针針]對|面对|面對|有了|有关|有關|关于|關於|对于|對於|至于|至於|对|對|在|从|從|由|据|據|除了|为了|為了';
/** A preposition or conjunction of a clause before the pronoun: "在答卷中，她", "在他看来". */
const LEADING_WORD =
  '(?:在|从|從|自|对|對|作为|作為|除|[当當]|如果|[随隨]|[虽雖]|尽管|儘管|即使|即便|因|由[于於]|[为為]|[经經]|直到|[关關][于於]|就|有人|人们|人們)';
const PRONOUN_AFTER_CLAUSE = `${LEADING_WORD}[^，,。：“”「」]{0,16}[，,](?:${PRONOUNS})|${LEADING_WORD}[^，,。：“”「」？！、（]{0,8}(?:${PRONOUNS})`;

const MEASURES =
  '一|[个個项項份名位家起场場座部条條款类類批件些次篇支轮輪本封句段股幅桩番架艘所组組届屆套笔筆群对對只隻张張]';
/** A definite noun in the first clause: "这项法律", "该法". In "应该" and "都该" the word means "should". */
const DEFINITE_NOUN =
  `[^，,。！？：；]{0,24}(?:(?<![”」》])[这這](?:${MEASURES})(?!星期|月|周|週|季|[春夏秋冬]|世[纪紀])|` +
  '(?<![应應活不本也都早就还還更谁誰们們我你他她它])[该該](?![当當])|上述)';
const SPEECH_VERB =
  '(?:说|說|称|稱|表示|认为|認為|指出|写道|寫道|问|問|道|告诉|告訴|强调|強調|回应|回應|坦言|透露|补充|補充|警告|呼吁|呼籲|批评|批評|回答|' +
  '报[道导]|報[道導]|显示|顯示|解释|解釋|指|宣布|评论|評論|形容|提到|相信|承认|承認|否认|否認|证实|證實)';
/** A demonstrative in reported speech: "她表示，这封信". */
const DEMONSTRATIVE_IN_SPEECH = `[^，,。：“”「」]{2,40}${SPEECH_VERB}[，,：:]?[“「"]?(?:${DEMONSTRATIVE}|此(?![前外次间間人])|其中|因此|所以)`;
/** A demonstrative after a short clause: "据公司统计，这次裁员". */
const DEMONSTRATIVE_AFTER_CLAUSE = `(?:${LEADING_WORD}|据|據|根据|根據)[^，,。：“”「」]{0,24}[，,](?:[这這](?:${MEASURES})(?!星期|月|周|週)|[该該])`;
/** A quotation attributed to a pronoun: "“…”，他说". */
const QUOTE_BY_PRONOUN = `(?<=^["“「])[^”」"]{4,200}[”」"][，,]?\\s?(?:${PRONOUNS}|[该該]|[这這])`;
/** A pronoun as the object of a causative verb: "时间让她接受". */
const CAUSATIVE_OBJECT = `[^，,。：“”「」、（]{1,10}(?:[让讓令使给給]|影响|影響)(?:${PRONOUNS})`;
/** Reported speech that continues: "林一还表示", "林一补充说". */
const CONTINUED_SPEECH =
  `[^，,。：“”「」]{1,12}(?:[还還也又则則亦]|[随隨][后後]|补充|補充|(?<![会會议議席])[并並])(?:${SPEECH_VERB})|` +
  '值得(?:注意|一提|关注|關注)的是';
const JAPANESE = 'しかし|また|そして|一方|これ|それ|彼';
const IDEOGRAPH = /[\u3041-\u30ff\u3400-\u9fff]/;
const STRONG_ANAPHOR = new RegExp(
  `${OPENERS}(?:${CONNECTIVES}|${ENUMERATION}|${REFERENCE}|${TIME}[，,]?(?:${PRONOUNS}|${DEMONSTRATIVE}|其中)|(?:${PREPOSITIONS})[这這此]|${COUNTED_DEMONSTRATIVE}|` +
    `${PRONOUN_AFTER_CLAUSE}|${QUOTE_BY_PRONOUN}|${JAPANESE})`,
  'u',
);
const WEAK_ANAPHOR = new RegExp(
  `${OPENERS}(?:至于|至於|${DEFINITE_NOUN}|${DEMONSTRATIVE_IN_SPEECH}|${DEMONSTRATIVE_AFTER_CLAUSE}|${CONTINUED_SPEECH}|${CAUSATIVE_OBJECT})`,
  'u',
);

/** Whether a Chinese or Japanese text starts with an anaphor. */
export function startsWithChineseAnaphor(text: string): boolean {
  return IDEOGRAPH.test(text) && STRONG_ANAPHOR.test(text);
}

/** Whether a Chinese text refers to an antecedent later in its first clause ("商界担心该法…", "她还说…"). */
export function containsChineseAnaphor(text: string): boolean {
  return IDEOGRAPH.test(text) && WEAK_ANAPHOR.test(text);
}
