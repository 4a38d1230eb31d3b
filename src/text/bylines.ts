import { collapseSpace } from './collapse-space.ts';

const ROLE_ZH =
  '(?:(?:[\\p{L}·]{0,12})?(?:记者|記者|编辑|編輯|主编|主編|撰稿人?|特约撰稿|通讯员|通訊員|特派员|特派員|评论员|評論員|分析师|作者|译者|翻译|编译|編譯|摄影|攝影|主播|主持人)|发自[\\p{L}]{1,12}|發自[\\p{L}]{1,12}|(?:BBC|美国之音|德国之声)[\\p{L}]{0,12})';
const NAME_ZH = "[\\p{Script=Han}·•]{2,20}(?:\\s*[（(][\\p{L} .’'·-]{2,40}[）)])?";
const NAME_LATIN = "\\p{Lu}[\\p{L}’'.-]*(?:\\s+(?:de|da|van|von|der|bin|al|el|la|le|[\\p{Lu}][\\p{L}’'.-]*)){1,4}";
const CHINESE_NAME_AND_ROLE = new RegExp(`^(${NAME_ZH}|${NAME_LATIN})[\\s,，/]+(?:${ROLE_ZH}[\\s,，、]*)+$`, 'u');
const CHINESE_ROLE_AND_NAME =
  /^(?:(?:本报|本台|本刊|特约|BBC中文?|法新社|路透)?(?:记者|記者|作者|撰文|撰稿|文|采访|採訪|编辑|編輯|编译|編譯|翻译|译|主持人)\s*[：:／/|])\s*(.{2,60})$/u;
const BY_NAME = new RegExp(
  `^(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|[Dd]i|[Dd]oor)\\s+(${NAME_LATIN}(?:\\s*(?:,|&|[Aa]nd|AND|und|et|y)\\s*${NAME_LATIN})*)(?:\\s*[,|–—-]\\s*.{2,60}|\\s+in\\s+\\p{Lu}[\\p{L} ]+)?$`,
  'u',
);
const NAME_ANY = "[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}’'.-]*(?:\\s+[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}’'.-]*){1,4}";
/** "بقلم: يوسف المرزوقي", "Автор: Анна Ли". */
const LABELLED = new RegExp(
  `^(?:بقلم|كتبه|كتبته|إعداد|Автор|Авторы|Author|Words|Written by|Autor(?:in)?|Auteur|Autore)\\s*[:：]\\s*(${NAME_ANY}(?:\\s*(?:,|،|&|and|и|y|et|und|e)\\s+${NAME_ANY})*)$`,
  'u',
);
/** "By Euronews with AFP": an outlet and its agencies. */
const BY_OUTLET = /^(?:By|BY)\s+(\p{Lu}[\p{L}\p{N} ]{1,30}?)\s+with\s+\p{Lu}[\p{L}, ]{1,40}$/u;
/** Matches the shortest possible name: "Ann Lee Science editor". */
const LATIN_ROLE = new RegExp(
  `^(?!(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor)\\s)(${NAME_LATIN}?)\\s*(?:,|–|—|-|\\||\\s)\\s*(?:BBC [\\p{L} ]{2,40}|[\\p{L} ]{0,30}\\b(?:[Cc]orrespondent|[Ee]ditor|[Rr]eporter|[Aa]nalyst|[Ww]riter|[Cc]olumnist)\\b.{0,40}(?<!\\.))$`,
  'u',
);
/** A role or outlet after a name that is written like a name ("By Ann Lee, Science Editor, BBC News"). */
const ROLE_NAME = /^BBC\b|\b(?:correspondent|editor|reporter|analyst|writer|columnist|news|staff)$/iu;
const MAX_UNITS = 90;
const SENTENCE_END = /[。！？!?…]$/u;

/** Reads the names in a byline ("冯兆音 BBC记者 发自华盛顿", "By Ann Lee, London"); undefined if the line is text. */
export function readByline(line: string): string[] | undefined {
  const text = collapseSpace(line);
  if (text.length > MAX_UNITS || SENTENCE_END.test(text)) return undefined;
  const single = CHINESE_NAME_AND_ROLE.exec(text)?.[1] ?? LATIN_ROLE.exec(text)?.[1] ?? BY_OUTLET.exec(text)?.[1];
  if (single !== undefined) return [single.trim()];
  const several = CHINESE_ROLE_AND_NAME.exec(text)?.[1] ?? BY_NAME.exec(text)?.[1] ?? LABELLED.exec(text)?.[1];
  const names =
    several === undefined ? [] : splitNames(several).filter((name, at) => at === 0 || !ROLE_NAME.test(name));
  return names.length > 0 ? names : undefined;
}

const LABEL =
  /^(?:(?:posted|published|written|story|words|text|photos?)\b.{0,40}\s)?(?:by|von|par|por|di|door)$|^(?:作者|记者|記者|撰文|撰稿|文)\s*[：:／/]?$|^(?:[,、，/|·]|and|und|et|y|e|&|和|与|與)$/iu;

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
  /^(?:null|undefined)\s+|^(?:采访|採訪|特约|特約)?(?:记者|記者)\s*[：:]\s*|\s*[（(](?:综合报道|綜合報導|摘编|编译|采访记者|整理)[）)]$|\s+(?:综合报道|综合报导|綜合報導)$/gu;

function bareName(name: string): string {
  return name.trim().replace(NAME_AFFIXES, '').trim();
}

/** Splits a list of names at commas, ideographic commas and "and". */
export function splitNames(text: string): string[] {
  return collapseSpace(text.replace(/^(?:by|von|par|por)\s+/iu, ''))
    .split(/\s*(?:[,，،、;；/]|\s(?:and|und|et|y|e|и|&)\s)\s*/iu)
    .map(bareName)
    .filter((name) => name.length > 1 && name.length <= 50 && /\p{L}/u.test(name));
}
