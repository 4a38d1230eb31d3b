import { collapseSpace } from './collapse-space.ts';
import { isDateLine } from './date-lines.ts';
import { isName } from './names.ts';
import { pattern } from './pattern.ts';
import { withoutSwahiliLabel } from './swahili-bylines.ts';
import { isTranslatorLine } from './translators.ts';

const ROLE_ZH =
  '(?:(?:[\\p{L}·]{0,12})?(?:记者|記者|编辑|編輯|主编|主編|撰稿人?|特约撰稿|通讯员|通訊員|特派员|特派員|评论员|評論員|分析师|作者|译者|翻译|编译|編譯|摄影|攝影|主播|主持人)|发自[\\p{L}]{1,12}|發自[\\p{L}]{1,12}|(?:BBC|美国之音|德国之声)[\\p{L}]{0,12})';
const NAME_ZH = "[\\p{Script=Han}·•]{2,20}(?:\\s*[（(][\\p{L} .’'·-]{2,40}[）)])?";
const NAME_LATIN = "\\p{Lu}[\\p{L}’'.-]*(?:\\s+(?:de|da|van|von|der|bin|al|el|la|le|[\\p{Lu}][\\p{L}’'.-]*)){1,4}";
const CHINESE_NAME_AND_ROLE = new RegExp(`^(${NAME_ZH}|${NAME_LATIN})[\\s,，/]+(?:${ROLE_ZH}[\\s,，、]*)+$`, 'u');
/** "文／林晚", "記者＝山田太郎", "글 | 홍길동". */
const CHINESE_ROLE_AND_NAME =
  /^(?:(?:本报|本台|本刊|特约|BBC中文?|法新社|路透)?(?:记者|記者|作者|撰文|撰稿|文|文字|采访|採訪|采写|编译|編譯|主持人|執筆|取材・文|取材|ライター|聞き手|글|취재))\s*[：:／/|｜＝=・]\s*([^。！？!?]{2,60})$/u;
/** "编辑 | 林晚", "译者：陈渡": who edited or translated the article is not its author. */
const EDITOR = /^(?:责任|責任|值班)?(?:编辑|編輯|翻译|翻譯|译者|譯者|译|譯)\s*[：:／/|｜]\s*[^。！？!?：:]{2,40}$/u;
/** "演唱：陈渡": a field after the names. */
const NEXT_FIELD = /[\s，,；;]+\p{Script=Han}{2,4}\s*[：:].*$/u;
/** "海港日報／記者林晚／台北報導", "記者林晚、陳渡／綜合報導". */
const REPORTER_AND_PLACE =
  /^(?:\p{Script=Han}{2,10}\s?[／/]\s?)?[〔［（(]?(?:記者|记者)\s?(\p{Script=Han}{2,4}(?:[、，,\s]\p{Script=Han}{2,4}){0,3})\s?[／/]\s?\p{Script=Han}{2,12}(?:報導|报道|报导|專訪|電)[〕］）)]?$/u;
/** "海港新闻记者 林晚 实习生 陈渡". */
const REPORTER_AND_TRAINEE =
  /^\p{Script=Han}{0,8}(?:记者|記者)\s+(\p{Script=Han}{2,4}(?:[、，,\s]\s*\p{Script=Han}{2,4}){0,3}?)(?:\s*[/／|｜]?\s*(?:实习生|實習生|实习记者|实习编辑|通讯员|通訊員|见习记者|見習記者)\s+(\p{Script=Han}{2,4}(?:[、，,\s]\s*\p{Script=Han}{2,4}){0,3}))?$/u;
/** "홍길동 기자", "山田太郎記者". */
const NAMES_AND_ROLE =
  /^[【（(]?((?:\p{Script=Hangul}{2,4}|[\p{Script=Han}々]{2,6})(?:\s*[·・,，、]\s*(?:\p{Script=Hangul}{2,4}|[\p{Script=Han}々]{2,6}))*)\s?(?:선임기자|인턴기자|객원기자|기자|특파원|논설위원|앵커|記者|特派員|編集委員|論説委員)[】）)]?(?:\s*[=＝|]?\s*[\w.-]+@[\w.-]+)?$/u;
/** What somebody made: "Photographs and text by Ann Lee". */
const WORK = '(?:[Pp]hotograph(?:s|y)|[Pp]hotos|[Pp]ictures|[Ii]llustrations|[Ss]tory|[Ww]ords|[Tt]ext|[Rr]eporting)';
const BY_NAME = pattern('u')`
  ^(?:(?:[Pp]osted|[Pp]ublished|[Ww]ritten|[Rr]eported|(?:${WORK} (?:and|&) )?${WORK})\s+)?(?:
    [Bb]y|BY|[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|[Dd]i|[Dd]oor|Av|Af|Oleh|Γράφ(?:ει|ουν)\s+(?:ο|η|οι)|[Rr]édigé par
    |[Ss]critto da|[Ee]scrito por|[Ss]cris de|[Ss]krevet av|[Nn]apsal[ai]?|[Nn]apisał[ai]?
  )\s+(${NAME_LATIN}(?:\s*(?:,|&|[Aa]nd|AND|und|et|y)\s*${NAME_LATIN})*)(?:
    \s*[,|–—-]\s*.{2,60}|\s*\([^()]{2,60}\)|\s+in\s+\p{Lu}[\p{L} ]+
  )?$
`;
const NAME_ANY = "[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}’'.-]*(?:\\s+[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}’'.-]*){1,4}";
/** "بقلم: يوسف المرزوقي", "Автор: Анна Ли". */
const LABELLED = pattern('u')`
  ^(?:
    מאת|نویسنده|लेखक|लेखिका|লেখক|Írta|Szerző|Autoři|Tekijä|Γράφ(?:ει|ουν)|โดย|Yazan|بقلم|كتبه|كتبته|كتبت?|إعداد
    |تحرير|Автор(?:и|ка)?|Авторы|Аутор|Текст|[Aa]uthors?|Words|[Ww]ritten by|[Aa]utor(?:in|zy|es|ka|ica|ius|ė|s)?
    |(?:Text[eo]?|Texte|Tekst)(?: (?:und|et|y|e|and|og|och|i) (?:[Ff]otos?|[Pp]hotos?|[Bb]ild(?:er)?|zdjęcia))?|Höfundur|Avtor(?:ica)?|Mwandishi
    |[Aa]uteurs?|[Aa]utor[ei]|[Pp]enulis|Tác giả|Yazar|Haber|Muhabir|Reporter(?:in)?|Toimittaja|Συντάκτης
  )\s*[:：,—–]\s*(${NAME_ANY}(?:\s*(?:,|،|&|and|и|y|et|und|e)\s+${NAME_ANY})*)$
`;
/** "By Euronews with AFP": an outlet and its agencies. */
const BY_OUTLET = /^(?:By|BY)\s+(\p{Lu}[\p{L}\p{N} ]{1,30}?)\s+with\s+\p{Lu}[\p{L}, ]{1,40}$/u;
/** Matches the shortest possible name: "Ann Lee Science editor". */
const LATIN_ROLE = new RegExp(
  `^(?!(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor)\\s)(${NAME_LATIN}?)\\s*(?:,|–|—|-|\\||\\s)\\s*(?:BBC [\\p{L} ]{2,40}|[\\p{L} ]{0,30}\\b(?:[Cc]orrespondent|[Ee]ditor|[Rr]eporter|[Aa]nalyst|[Ww]riter|[Cc]olumnist|CORRESPONDENT|EDITOR|REPORTER|ANALYST|WRITER|COLUMNIST)\\b.{0,40}(?<!\\.))$`,
  'u',
);
/** A role or outlet after a name that is written like a name ("By Ann Lee, Science Editor, BBC News"). */
const ROLE_NAME = /^BBC\b|\b(?:correspondent|editor|reporter|analyst|writer|columnist|news|staff)$/iu;
/** What follows the writers: editors and the source. */
const OTHER_ROLES =
  /[\s，,；;]+(?<=[\p{L}\p{N}][\s，,；;]+)(?:责编|責編|责任编辑|编辑|編輯|网编|網編|校对|审校|審校|来源|來源|编审|摄影|攝影|排版|美编|设计|設計)\s*[：:／/|｜].*$/u;
/** "By Ann Lee, ann@example.org" */
const MAIL_ADDRESS = /(?<=\p{L})[\s,，|–—-]+[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{2,20}){1,3}$/u;
const MAX_UNITS = 90;
/** A longer line is no byline, even with editors and the source after its names. */
const MAX_LINE_UNITS = 300;
const SENTENCE_END = /[。！？!?…]$/u;

/** Reads the names in a byline ("冯兆音 BBC记者 发自华盛顿", "By Ann Lee, London"), none of an editor's; undefined if the line is text. */
export function readByline(line: string): string[] | undefined {
  if (line.length > MAX_LINE_UNITS) return undefined;
  const text = withoutMailAddress(withoutBrackets(collapseSpace(line)).replace(OTHER_ROLES, ''));
  if (text.length > MAX_UNITS || SENTENCE_END.test(text)) return undefined;
  if (EDITOR.test(text) || isTranslatorLine(text)) return [];
  const cjk = firstGroup(text, [NAMES_AND_ROLE]);
  if (cjk !== undefined) return cjk.split(/\s*[·・,，、]\s*/u);
  const reporters = REPORTER_AND_TRAINEE.exec(text)?.slice(1).join(' ').trim();
  if (reporters !== undefined) return reporters.split(/[、，,\s]+/u);
  const single = firstGroup(text, [CHINESE_NAME_AND_ROLE, LATIN_ROLE, BY_OUTLET]);
  if (single !== undefined) return [single.trim()];
  const several =
    firstGroup(text, [REPORTER_AND_PLACE]) ??
    firstGroup(text, [CHINESE_ROLE_AND_NAME])?.replace(NEXT_FIELD, '') ??
    firstGroup(text, [BY_NAME, LABELLED]);
  const names = several === undefined ? [] : namesFrom(several).filter((name, at) => at === 0 || !ROLE_NAME.test(name));
  return names.length > 0 ? names : undefined;
}

/** The first group of the first pattern that matches. */
function firstGroup(text: string, patterns: readonly RegExp[]): string | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

function withoutMailAddress(text: string): string {
  return text.includes('@') ? text.replace(MAIL_ADDRESS, '') : text;
}

/** "（记者：林晚）" */
function withoutBrackets(text: string): string {
  return /^[（(【][^（()）【】]*[：:／/＝=][^（()）【】]*[）)】]$/u.test(text) ? text.slice(1, -1) : text;
}

/** Whether a line says who the author is, perhaps before a disclaimer: "（作者系海港大学教授。本文仅代表作者观点。）" */
export function isAboutAuthor(line: string): boolean {
  return /^[（(]?(?:本文)?作者(?:系|是|为|為)/u.test(line);
}

const LABEL =
  /^(?:(?:posted|published|written|reported|story|words|text|photos?)\b.{0,40}\s)?(?:by|von|par|por|di|door|av|af|oleh)$|^(?:author|autor(?:in)?|auteur|autore|автор|作者|记者|記者|撰文|撰稿|文)\s*[：:／/,，]?$|^(?:[,、，/|·]|and|und|et|y|e|og|och|&|和|与|與)$/iu;

/** Whether a text is only a label before an author's name, or a conjunction between two. */
export function isBylineLabel(text: string): boolean {
  return text === '' || LABEL.test(text);
}

/** Whether a text after an author's name is only a place or a role: ", London". */
export function isBylineSuffix(text: string): boolean {
  return text.length <= 60 && /^[,，|·–—][^.。！？!?…]*$/u.test(text);
}

/** Roles and empty template fields around a name: "采访记者： 张慈", "张慈（综合报道）", "null 张慈". */
const NAME_AFFIXES =
  /^(?:null|undefined)\s+|^[-–|·\s]+|[-–|·\s]+$|^(?:采访|採訪|特约|特約)?(?:记者|記者)\s*[：:]\s*|\s*[（(](?:综合报道|綜合報導|摘编|编译|采访记者|整理)[）)]$|\s+(?:综合报道|综合报导|綜合報導)$|\s?(?:기자|特派員|記者)$/gu;
/** A place after the names: "Eva Lund in Oslo". */
const PLACE =
  /(?<=\p{L}\s\p{L}[\p{L}.’'-]*)(?:,?\s+[Rr]eporting)?\s+(?:in|from|aus|IN|FROM|AT(?:\s+THE)?)\s+\p{Lu}[\p{L} .,-]*$/u;
/** An agency whose report the author used: "Ann Lee with AFP". */
const WITH_AGENCY = /(?<=\p{L}\s\p{L}[\p{L}.’'-]*)\s+(?:with|mit|avec|con|com|med|met)\s+(?:\p{Lu}{2,6}|Reuters|dpa)$/u;
const LEADING_LABEL = pattern('iu')`
  ^(?:(?:posted|published|written|reported|story|words|text)\s+)?(?:by|von|par|por|di|door|av|af|oleh)[\s:：]+
  |^(?:بقلم|מאת|โดย)\s+|^(?:
    posted|published|author|role|autor(?:in)?|auteur|autore|автор(?:и|ка)?|redacción|text|words|penulis
    |tác giả|מאת|بقلم|كتبت?|تحرير|إعداد|نویسنده|लेखक|लेखिका|লেখক|โดย|συντάκτης|(?:本文|文章|原文)?作者|记者|記者|撰文|文
  )\s*[,:：／/｜|＝]\s*
`;
/** An agency may stand alone after a name; a place may not. */
const AGENCY =
  /^(?:\p{Lu}{2,6}|dpa|epd|sid|Reuters|Xinhua|Bloomberg|[\p{Script=Han}\p{Script=Hangul}\p{Script=Kana}].*)$/u;

function bareName(name: string): string {
  return name.trim().replace(NAME_AFFIXES, '').trim();
}

const OUTLET = /网|網|之声|之聲|电台|電台|日报|日報|中文|[社刊]$/u;

/** Whether a word names an outlet, a role or a report, not a person. */
export function isOutletWord(word: string): boolean {
  return OUTLET.test(word) || NO_PERSON.test(word);
}

const NO_PERSON =
  /记者|記者|发自|發自|编辑|編輯|报道|報導|(?:[周週日晚早时時快商]报|[周週日晚早时時快商]報|[周週]刊|新闻|新聞)$/u;

/** "林晚 陈渡" */
function splitChineseNames(name: string): string[] {
  if (!/^\p{Script=Han}{2,4}(?:\s\p{Script=Han}{2,4})+$/u.test(name) || OUTLET.test(name)) return [name];
  return name.split(' ').filter((part) => !NO_PERSON.test(part));
}

/** "Ann Lee — 3 May 2021, 09:52" */
function withoutDate(text: string): string {
  for (const { index, 0: mark } of text.matchAll(/\s*[—–•·|,]\s+|\s-\s/gu))
    if (isDateLine(text.slice(index + mark.length))) return text.slice(0, index);
  return text;
}

/** "Piše: Ann Lee": a label in a language that is not known; a photographer's stays, so that the text is no name. */
function withoutLabel(name: string): string {
  return name.includes(': ') && isName(name) ? name.replace(/^\p{L}{2,20}: (?=\p{Lu})/u, '') : name;
}

/** Splits a list of names at commas, ideographic commas and "and". */
export function splitNames(text: string): string[] {
  return withoutSwahiliLabel(withoutDate(collapseSpace(text)))
    .replace(LEADING_LABEL, '')
    .replace(PLACE, '')
    .replace(WITH_AGENCY, '')
    .split(/\s*(?:[,，،、;；/|｜\n]|\s(?:and|und|et|y|e|и|та|i|og|och|en|&)\s)\s*/iu)
    .map(bareName)
    .map(withoutLabel)
    .flatMap(splitChineseNames)
    .filter((name) => name.length > 1 && name.length <= 50 && /\p{L}/u.test(name) && !isBylineLabel(name));
}

/** The names in a list, without the places, roles and dates in it. */
export function namesFrom(list: string): string[] {
  const [first, ...others] = splitNames(list).filter(isName);
  if (first === undefined) return [];
  const isFull = /\p{L}\p{M}*\s\p{L}/u.test(first);
  return [first, ...others.filter((name) => !isFull || /\s/.test(name) || AGENCY.test(name))];
}

const AUTHOR_FIELD =
  /(?:^|\s)(?:作者|记者|記者)\s*[：:]\s*([^：:]{2,40}?)(?=\s+\p{Script=Han}{2,6}\s*[：:]|\s+(?:19|20)\d\d|$)/u;

/** The names in the field of the author among others: "来源：海港网 作者：林晚 时间：2021年5月3日". */
export function namesInFields(line: string): string[] {
  return namesFrom(AUTHOR_FIELD.exec(line)?.[1] ?? '');
}

/** The names in the text of a byline, with or without labels; none if the text names nobody. */
export function namesIn(text: string): string[] {
  return readByline(text) ?? namesFrom(text);
}
