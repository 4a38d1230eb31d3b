/** A place, perhaps with the day. */
const PLACE = "[\\p{L}\\p{M}\\d.’' ,/-]{2,40}";
const AGENCIES =
  'GLOBE NEWSWIRE|PR ?Newswire|Business Wire|ACCESS ?WIRE|Reuters|AP|AFP|CNN|dpa|UPI|Xinhua|Bloomberg|EFE|ANSA|AA|TASS|PTI|ANI|IANS|ANTARA|Antara|Bernama|Belga|ATS|APA|Lusa|Yonhap|Kyodo|رويترز|شينخوا|أ ?ف ?ب|د ?ب ?أ|واس|وام|الأناضول';
/** A city in capitals; at least four letters, so that it is no acronym. */
const CITY_IN_CAPITALS = '\\p{Lu}{4,20}|\\p{Lu}{2,12}\\.?(?:[ -]\\p{Lu}{2,12}){1,3}';
/** "（记者林晚）" after the agency. */
const REPORTER = '(?:[（(](?:(?:记者|記者|通讯员|通訊員)\\s?)?[\\p{Script=Han}·、，\\s]{2,30}[）)]\\s*)?';
/** A label in front of what the editors say about the text. */
const EDITORS_NOTE = [
  '[^：:【】。，\\s]{0,8}(?:编者?按|編者?按|编者注|編者[注註])(?:[】］\\]）)][：:]?|[：:])',
  "(?:editor[’']?s?[’']? note|nota d(?:el|a|ella) (?:editor|redac|redaz|redaç)\\p{L}*|note de la rédaction|anm(?:erkung|\\.) (?:der|d\\.) red(?:aktion|\\.)|n\\.?d\\.?l\\.?r\\.?|от редакции|від редакції)\\s?[:：]",
].join('|');
/** "（法新社北京16日电）", "路透伦敦7月10日 - ", "LONDON (Reuters) - ", "LONDON, May 5 — ", "( cnn )"; or the bullet of a list. */
const DATELINE = new RegExp(
  [
    '^[（(]\\s?[^（）()]{2,24}(?:电|電|讯|訊|报道|报导|報導|報道|中文\\s?网|中文網|记者|記者)\\s?[）)]\\s*(?:[-–—]+\\s+)?',
    // "(ANSA) - ROMA, 3 MAG - "
    `^[（(]\\s?(?:${AGENCIES})\\s?[）)]\\s*(?:[-–—]+\\s+(?:\\p{L}+, \\d{1,2} \\p{L}{3,9}\\.? [-–—] )?)?`,
    '^(?:路透|法新|美联|美聯|新华|新華|中央|德新|共同|韩联|韓聯)社?[^，。,.\\s]{2,24}日(?:电|電)?\\s*(?:[-–—]+\\s+|(?<=电|電)\\s*)',
    // "本报讯（记者 林晚）", "中新网5月3日电 "
    '^\\p{Script=Han}{2,10}(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:[讯訊]|(?<=[日社])[电電])(?=[\\s（(])\\s*',
    '^[〔【［[][^〔〕【】［］[\\]]{0,30}(?:기자|報導|报道|报导|電|电|訊|讯|共同|時事|ロイター|通信)\\s?[〕】］\\]]\\s*(?:[-–—]+\\s+)?',
    // A place set apart by a dash, in Chinese or with the outlet in brackets.
    '^(?:\\p{Script=Han}{2,6}|(?-i:\\p{Lu})[\\p{L} .]{2,30} \\((?-i:\\p{Lu})[\\p{L} ]{1,20}\\)) [—–] ',
    '^【[^【】]{1,10}(?:报|報|讯|訊|社|网|網|新闻|新聞|周刊|週刊|电|電)】\\s*(?:[（(](?:记者|記者)[^（）()]{2,30}[）)])?\\s*',
    '^[([][^()[\\]]{2,20}=[^()[\\]]{2,20}[)\\]]\\s*[\\p{Script=Hangul}·\\s]{2,30}기자\\s*=\\s*',
    '^(?:[•●▪■◆▲►※]|--|——|\\*\\s)\\s*',
    '^(?-i:[A-Z]{3}[A-Z .-]{0,30}),(?: [A-Z][a-z]{2,8}\\.? \\d{1,2})? [—–-]+ ',
    `^(?:\\p{Lu}|\\p{Script=Arabic})${PLACE}\\((?:${AGENCIES})(?:/\\p{L}{2,12})?\\)\\s*(?:[-–—.]+\\s+)?`,
    // "PORT ORRIN, May 3, 2021 /PRNewswire/ -- "
    `^\\p{Lu}${PLACE}/ ?(?:${AGENCIES}) ?/\\s*[-–—]+\\s*`,
    // Another agency in capitals needs the dash.
    `^\\p{Lu}${PLACE}\\((?-i:\\p{Lu}{3,}(?: \\p{Lu}+)?)\\)\\s*[-–—]+\\s+`,
    // "МОСКВА, 3 мая - РИА Новости. ", "МОСКВА, 3 мая. /ТАСС/. "
    '^\\p{Lu}[\\p{L}-]{2,20}[,.] \\d{1,2} \\p{L}{3,9}\\.? (?:[-–—] )?(?-i:/?\\p{Lu}{3,}[\\p{L} ]{0,14}/?)(?:\\.| [-–—]) ',
    // A city in capitals and its region, in other languages too; a sentence must follow.
    `^(?-i:(?:${CITY_IN_CAPITALS})(?:, \\p{Lu}[\\p{L}.]{1,14}(?: \\p{Lu}[\\p{L}.]{1,14})?)?)(?: [–—-]{1,2} |—)(?-i:(?=["“'‘«„]?\\p{Lu}\\p{L}*[ ’'\\p{Ll}]|\\p{N}))`,
    `^[【［[（(]?(?:${EDITORS_NOTE})\\s*`,
  ]
    .map((line) => (/[电電讯訊]/.test(line) ? line + REPORTER : line))
    .join('|'),
  'iu',
);

/** A paragraph without the dateline (place, date and agency) or bullet before its first sentence. */
export function withoutDateline(paragraph: string): string {
  const found = DATELINE.exec(paragraph.slice(0, 80))?.[0] ?? '';
  return found.length < paragraph.trimEnd().length ? paragraph.slice(found.length) : paragraph;
}
