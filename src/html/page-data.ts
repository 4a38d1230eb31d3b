import { namesFrom } from '../text/bylines.ts';
import { collapseSpace } from '../text/collapse-space.ts';
import { pattern, patternSource } from '../text/pattern.ts';
import { endsWithStop } from '../text/sentences/sentence-end.ts';
import type { MainContent } from './main-content.ts';
import { childrenOf, type Element, findAllBelow, textUpTo } from './tree/dom.ts';

const WRITER = patternSource`
  (?:written |posted |reported )?by|(?:the )?authors?|writers?|reporters?|von|autor(?:en|in|es|as|a|ka|zy)?|auteurs?|autor[ei]|författare|forfatter
  |автор(?:ы|и)?|(?:本文)?作者|记者|記者|撰文|著者|執筆者?|글쓴이|기자|الكاتب|كاتب
`;
/** Where the text is from, and when it was there. */
const ORIGIN = patternSource`
  from|sources?|publisher|published(?: (?:by|on|in|date))?|publi(?:cation|shing|sh) date|posted(?: on)?|date (?:published|posted)|(?:last )?(?:updated|modified|reviewed)(?: on)?
  |quellen?|veröffentlicht(?: am)?|(?:zuletzt )?aktualisiert(?: am)?|publié(?: le)?|mis à jour(?: le)?|date de publication|fuente|publicado(?: el| em)?|actualizado(?: el)?|fonte|pubblicato(?: il)?|bron|gepubliceerd|publicerad|publisert
  |источник|опубликовано|обновлено|来源|來源|出处|出處|发布(?:时间|日期|于)?|發布(?:時間|日期)?|更新(?:时间|時間|日期)?|公開日|更新日|出典|출처|입력|수정|المصدر
`;
/** What else pages say of an article beside these. */
const MORE = patternSource`
  (?:e-?mail|twitter|role)|dates?|time|datum|fecha|data|дата|日期|时间|時間|categor(?:y|ies)|section|topics?|tags?|keywords?|filed under|posted in|kategorien?|rubrik|themen?|schlagw(?:ort|örter)|catégories?|rubrique|mots-clés|sujets?|categorías?|etiquetas?|temas?|sezione|tema|рубрика|теги
  |分类|分類|栏目|欄目|标签|標籤|关键词|關鍵詞|カテゴリー?|タグ|카테고리|태그
  |(?:reading|read) time|lesezeit|temps de lecture|tiempo de lectura|字数|字數|阅读(?:量|数|次数|时长)?|浏览(?:量|次数)?|views|comments|kommentare|评论数?
`;
const label = (words: string) => pattern('iu')`^(?:${words})$`;
const IS_WRITER = label(WRITER);
const IS_ORIGIN = label(ORIGIN);
const IS_FIELD = label(`${WRITER}|${ORIGIN}|${MORE}`);
const MIN_FIELDS = 2;
const MAX_FIELDS = 10;
/** A longer list says more, in UTF-16 units. */
const MAX_UNITS = 400;

interface Field {
  label: string;
  values: string[];
}

/**
 * The authors in a list or table of nothing but what a page says of its article: "Author: Ann Lee, Published: 3 May 2021,
 * Category: Boats". Undefined for any other element.
 */
export function readPageData(element: Element, page: MainContent): string[] | undefined {
  if (!/^(?:dl|ul|ol|table)$/.test(element.name) || textUpTo(element, MAX_UNITS) === undefined) return undefined;
  const fields = element.name === 'dl' ? fieldsOfTerms(element, page) : fieldsOfLines(element, page);
  if (fields.length < MIN_FIELDS || fields.length > MAX_FIELDS || !fields.every(isField)) return undefined;
  const writers = fields.filter((field) => IS_WRITER.test(field.label));
  if (writers.length === 0 && !fields.some((field) => IS_ORIGIN.test(field.label))) return undefined;
  return writers.flatMap(({ values }) => values.flatMap(namesFrom));
}

function isField({ label: name, values }: Field): boolean {
  return IS_FIELD.test(name) && !values.some(endsWithStop);
}

/** Each term of a `<dl>` with what is below it; groups of them may be in boxes. */
function fieldsOfTerms(list: Element, page: MainContent): Field[] {
  const fields: Field[] = [];
  for (const part of findAllBelow(list, ({ name }) => name === 'dt' || name === 'dd', page.skips)) {
    const text = lineOf(part);
    if (part.name === 'dt') fields.push({ label: withoutColon(text), values: [] });
    else fields.at(-1)?.values.push(text);
  }
  return fields;
}

/** Each item or row, divided at its first colon or between its two cells. */
function fieldsOfLines(element: Element, page: MainContent): Field[] {
  const isLine = ({ name }: Element) => name === (element.name === 'table' ? 'tr' : 'li');
  return findAllBelow(element, isLine, page.skips).map((line) => {
    const cells = childrenOf(line).filter(({ name }) => name === 'th' || name === 'td');
    const [first = '', ...values] = cells.length > 0 ? cells.map(lineOf) : lineOf(line).split(/(?<=^[^:：]*[:：])/u);
    return { label: withoutColon(first), values: values.map((value) => value.trim()) };
  });
}

function lineOf(element: Element): string {
  return collapseSpace(textUpTo(element, MAX_UNITS) ?? '');
}

function withoutColon(text: string): string {
  return text.replace(/\s*[:：]\s*$/u, '');
}
