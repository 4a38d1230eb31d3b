import { textOf } from '../../article/block-text.ts';
import { isCreditAlone } from '../../html/captions/agencies.ts';
import type { Item } from '../../html/items.ts';
import { isAboutAuthor, namesFrom, readByline } from '../../text/bylines.ts';
import { collapseSpace } from '../../text/collapse-space.ts';
import { pattern } from '../../text/pattern.ts';
import { isTranslatorLine } from '../../text/translators.ts';

const NAME = '(?!责编|責編|审校|審校|编辑|編輯|网编|校对|发稿)\\p{Script=Han}{2,4}(?![\\p{Script=Han}])';
const REPORTED_FROM =
  '北京|上海|广州|廣州|深圳|香港|澳门|澳門|台北|臺北|高雄|东京|東京|首尔|首爾|曼谷|河内|新加坡|吉隆坡|雅加达|马尼拉|新德里|悉尼|墨尔本|华盛顿|華盛頓|纽约|紐約|洛杉矶|洛杉磯|旧金山|舊金山|波士顿|芝加哥|多伦多|多倫多|温哥华|溫哥華|伦敦|倫敦|巴黎|柏林|日内瓦|布鲁塞尔|罗马|马德里|维也纳|莫斯科|基辅|开罗|综合|綜合|特约|特約|专题|專題';
const PLACE = new RegExp(`^(?:${REPORTED_FROM})$`, 'u');
const NAMES = `${NAME}(?:[、/\\s]\\s*${NAME})*`;
/** "记者：乔龙 责编：胡力汉", "自由亚洲电台记者 夏小华 台北报导 责编 许书婷", "编译 张涛；审校 白云". */
const BY_ROLE = pattern('u')`
  ^[（(]?(?:
    (?:\p{Script=Han}{2,6}(?:电台|電台|之声|之聲|社|报|報|网|網)|本台|本报|本刊)?(?:特约|特約)?(?:记者|記者)|作者|撰文|撰稿|编译|編譯|发稿|發稿
  )\s*[：:/]?\s*(${NAME})((?:[、/\s]\s*${NAME})*?)\s*(?:
    [；;]|[）)]?$|(?:\p{Script=Han}{2,4}(?:报道|報道|报导|報導)\s*)?(?:责编|責編|审校|審校|编辑|編輯|网编|網編|校对|发稿)
  )
`;
/** "海港之声记者林晚巴黎报道 责编：王海": a place that no space parts from the names. */
const BY_REPORTER = new RegExp(
  `^\\p{Script=Han}{0,10}(?:记者|記者)\\s?(\\p{Script=Han}{2,4}(?:[、/\\s]\\p{Script=Han}{2,4}){0,3}?)\\s?(?:${REPORTED_FROM})(?:报道|報道|报导|報導)\\s+(?:责编|責編)`,
  'u',
);
/** "邹宗翰/张慈 (路透社、法新社)". */
const BY_AGENCY = new RegExp(
  `^(${NAMES})\\s*[（(][^（）()]{0,40}(?:社|等|报导|報導|报道|報道|电台|Hessenschau)[）)]$`,
  'u',
);
const MAX_UNITS = 80;

/** Reads the authors in a last line that names writers and editors; none if the line is text. */
export function readSignOff(line: string): string[] {
  const text = collapseSpace(line);
  if (text.length > MAX_UNITS) return [];
  const role = BY_ROLE.exec(text);
  const others = (BY_REPORTER.exec(text) ?? BY_AGENCY.exec(text))?.[1] ?? '';
  const names = (role ? `${role[1] ?? ''} ${role[2] ?? ''}` : others).split(/[、/\s]+/u).filter((name) => name !== '');
  const place = names.findIndex((name) => PLACE.test(name));
  return place < 0 ? names : names.slice(0, place);
}

/** "责任编辑：林晚", "审校 白云", "翻译：陈渡": editors and translators, who are not authors. */
const EDITORS = pattern('u')`
  ^[（(【[]?(?:
    责任编辑|責任編輯|责编|責編|责任校对|译者|譯者|译|譯|翻译|翻譯|译校|核稿|网编|網編|审校|審校|审核|校对|校對|编审|(?:值班)?主编|(?:值班)?主編|值班编辑|版面编辑|编辑|編輯|监制|監製|终审|初审|复审|排版|美编
  )\s*[：:／/|｜\s]\s*[\p{Script=Han}\p{L}·、，,/\s]{2,30}(?:
    [；;\s]+(?:责编|審校|审校|校对|(?:值班)?编辑|监制|网编)\s*[：:／/|｜\s]\s*[\p{Script=Han}\p{L}·、\s]{2,20}
  ){0,3}[）)】\]]?$
  |^[(（]?(?:إعداد|تحرير|ترجمة|كتابة)\s[^.؟!]{3,80}(?:تحرير|للنشرة)[^.؟!]{2,60}[)）]?$
`;
/** "来源：海港日报": where the article was first, in its first or last line; below a chart, it is text. */
const SOURCE =
  /^[（(【[]?(?:(?:文章|稿件|新闻|新聞|内容)?(?:来源|來源)|稿源)\s*[：:]\s*(?!\p{L}{0,4}(?:原载|原載|首发|首發|选自|選自|摘自))[^。！？：:\s]{2,24}[）)】\]]?$/u;

const BIOGRAPHY = pattern('u')`
  ^\p{Lu}[\p{L}.’'-]*\s(?:(?:\p{Lu}[\p{L}.’'-]*|d[aei]|del?l?a?|v[ao]n|den?r?|bin|al|el|la|le)\s){0,4}(?:is|was) an? [^.]{0,120}\b(?:
    (?:reporter|correspondent|editor|columnist|contributor|journalist|producer|fellow)
    |(?:writer|author|professor)\b.{0,30}\b(?:for|at|based|who)
  )\b.{0,200}$
  |^(?:Contact|Follow) \p{Lu}.{2,60} (?:at|on)\b.{2,80}$
`;
const BARE_ADDRESS =
  /^(?:(?:contact|e-?mail|kontakt|contacto|contatto|contato)\s*[:：]\s*(?=\S+@))?(?:(?:https?:\/\/|www\.)\S{3,120}|[\w.+-]{2,40}@[\w-]{2,40}\.[\w.-]{2,20})$/iu;
/** "◎海港社 ann@example.org": an outlet in Korea. */
const MARKED_ADDRESS = /^[◎ⓒ☞▶■]\s?[^.!?]{0,40}\s[\w.+-]{1,40}@[\w.-]{3,60}$/u;
/** "Reporting by Ann Lee; editing by Bo Berg" */
const REPORTING =
  /^[(（[]?(?:additional )?(?:reporting|writing|research)(?:,? (?:and )?(?:writing|reporting|editing))? by .{3,240}$/iu;
/** "Source: agencies", the last line. */
const SOURCE_BELOW =
  /^(?:المصادر|المصدر|منبع|מקור|स्रोत|sources?|quellen?|fuentes?|fontes?|fonti|bron(?:nen)?|käll(?:a|or)|kilder?|lähteet|lähde|źródł[oa]|zdroje?|forrás|surs[ae]|kaynak|sumber|nguồn|πηγ(?:ή|ές)|источники?|джерел[оа]|ที่มา|出典|출처)\s*[:：]\s*[^.:：]{2,40}$/iu;
/** "Redaktion: Ann Lee": editors, in languages with Latin letters. */
const LATIN_EDITORS = pattern('iu')`
  ^[(（[]?(?:
    redaktion|redaktor(?:ka)?|editors?|edited by|bearbeitet von|redacción|edición|redação|edição|a cura di|opracowanie
  )\s*(?::\s*|(?<=by|von|par|por|da|di|door|av)\s)(?=(?-i:\p{Lu}))[\p{L}.’' ,&-]{3,60}[)）\]]?\.?$
`;
/** "Interview: Ann Lee", "Das Gespräch führte Ann Lee." */
const INTERVIEWER = pattern('iu')`
  ^[（(]?(?:
    (?:das |the |l[’'])?(?:
      interview|gespräch|entretien|entrevista|intervista|intervju|wywiad|rozhovor|интервью|інтерв[’']ю
      |propos recueillis
    )(?:\s?[:：]| was conducted by| by| von| par| por| av| di| führten?)\s
  )(?=(?-i:\p{Lu}))([\p{L}.’' ,&-]{4,60}?)[.)）]*$
`;
/** "ann/dpa": the writer's initials and an agency. */
const INITIALS = /^[（(]?(?:\p{Ll}{2,4}|\p{Lu}{2,3})\s?\/\s?(?=\p{L})/u;
/** "…だった。（山田花子）", "…だった。【山田花子】" */
const JAPANESE_WRITER =
  /[。」][（【](?:[\p{Script=Han}\p{Script=Katakana}ー]{2,12}[＝=])?([\p{Script=Han}々]{3,5}(?:、[\p{Script=Han}々]{3,5}){0,3})[）】]$/u;
/** "（港新聞・山田太郎）" */
const JAPANESE_REPORTER =
  /^[（【][\p{Script=Han}\p{Script=Katakana}ー]{1,10}(?:新聞|通信|放送|編集部|社)[・＝=\s]([\p{Script=Han}々]{3,5})[）】]$/u;
/** Sign-offs are among the last lines. */
const MAX_LINES = 5;

/** The source may be above the text instead, below the title and the date. */
const MAX_LINES_ABOVE = 3;

/** Removes the lines below the text that name writers and editors, or show an address; reads the authors. */
export function extractSignOff(items: readonly Item[]): { items: readonly Item[]; authors: string[] } {
  const authors: string[] = [];
  const blocks = items.filter((item) => item.kind === 'block');
  const removed = new Set<Item>(blocks.slice(0, MAX_LINES_ABOVE).filter((item) => SOURCE.test(lineOf(item))));
  for (const [at, item] of [...blocks.entries()].slice(1).slice(-MAX_LINES).reverse()) {
    const line = lineOf(item);
    if (isAboutAuthor(line)) continue;
    const isNote = isAddressOf(line, blocks[at - 1]) || (isSource(line) && isBelowChart(item, items));
    const names = isNote ? undefined : readLastLine(line);
    if (names === undefined && (line.length > MAX_UNITS || !isLabelled(line))) {
      authors.unshift(...(readSignedName(line) ?? []));
      break;
    }
    if (names === undefined) continue;
    authors.unshift(...names);
    removed.add(item);
  }
  return { items: removed.size === 0 ? items : items.filter((item) => !removed.has(item)), authors };
}

function lineOf({ block }: Extract<Item, { kind: 'block' }>): string {
  return block.kind === 'paragraph' ? collapseSpace(textOf(block.spans)) : '';
}

/** "[3] The harbour in winter" */
const NUMBERED_NOTE = /^[[［(（]?\d{1,3}[\]］)）.、]/u;

/** Whether a line is the address of the reference above it. */
function isAddressOf(line: string, above: Extract<Item, { kind: 'block' }> | undefined): boolean {
  if (above === undefined || !BARE_ADDRESS.test(line)) return false;
  return NUMBERED_NOTE.test(lineOf(above));
}

function isSource(line: string): boolean {
  return line.length <= MAX_UNITS && (SOURCE.test(line) || SOURCE_BELOW.test(line));
}

/** Whether the item above is a table or a chart of another site. */
function isBelowChart(item: Item, items: readonly Item[]): boolean {
  const above = items[items.indexOf(item) - 1];
  return (above?.kind === 'block' && above.block.kind === 'table') || above?.kind === 'media';
}

/** "文 | 林晚" */
const WRITER = /^(?:文|文字|图文|圖文|撰文|撰稿|采写|採寫)\s?[：:／/|｜丨]\s?\p{L}[^。！？]{1,20}$/u;

/** The authors in a last line that is no text; undefined for text. */
export function readLastLine(line: string): string[] | undefined {
  const names = readSignOff(line);
  if (names.length > 0) return names;
  if (isSource(line)) return [];
  if (WRITER.test(line)) return readByline(line);
  if (line.length <= MAX_UNITS && (EDITORS.test(line) || LATIN_EDITORS.test(line) || isTranslatorLine(line))) return [];
  const interviewer = INTERVIEWER.exec(line)?.[1];
  if (interviewer !== undefined) return namesFrom(interviewer);
  const reporter = JAPANESE_REPORTER.exec(line)?.[1];
  if (reporter !== undefined) return [reporter];
  if (INITIALS.test(line) && isCreditAlone(line.replace(INITIALS, ''))) return [];
  if (line.length <= MAX_BIOGRAPHY_UNITS && REPORTING.test(line)) return reportersIn(line);
  if (
    line.length <= MAX_BIOGRAPHY_UNITS &&
    (BIOGRAPHY.test(line) || BARE_ADDRESS.test(line) || MARKED_ADDRESS.test(line))
  )
    return [];
  return undefined;
}

/** Whether a line begins with a label and a colon, as what a site adds below its articles does; the sign-off may be above it. */
function isLabelled(line: string): boolean {
  return /^[\p{L}\s]{2,24}[:：]\s*\S/u.test(line);
}

const MAX_BIOGRAPHY_UNITS = 320;

/** The reporters in "Reporting by Ann Lee in Oslo; editing by Bo Berg"; those who helped are no authors. */
function reportersIn(line: string): string[] {
  const [, list = ''] = /^[(（[]?(?:reporting|writing)[^;]*? by ([^;]*)/iu.exec(line) ?? [];
  return namesFrom(list.replace(/[)）\]]$/u, '').replaceAll(/\s(?:in|from)\s\p{Lu}[\p{L} ]*?(?=,|\sand\s|$)/gu, ''));
}

/** The authors in "홍길동 기자", "（山田太郎記者）", which stays text. */
function readSignedName(line: string): string[] | undefined {
  const writer = /[\p{Script=Hiragana}]/u.test(line) ? JAPANESE_WRITER.exec(line.slice(-60))?.[1] : undefined;
  if (writer !== undefined) return writer.split('、');
  return /(?:기자|特派員|記者)\b|기자|記者[）)]?$/u.test(line) ? readByline(line) : undefined;
}
