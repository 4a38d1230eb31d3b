import { runsOf, textOf } from '../../article/block-text.ts';
import type { Item } from '../../html/items.ts';
import { namesFrom } from '../../text/bylines.ts';
import { collapseSpace } from '../../text/collapse-space.ts';
import { isName } from '../../text/names.ts';
import { pattern } from '../../text/pattern.ts';
import { endsWithStop } from '../../text/sentences/sentence-end.ts';

/** How the summary of a paper begins, as its heading or in front of its text. */
const ABSTRACT =
  /^(?:abstract|zusammenfassung|kurzfassung|résumé|resumen|resumo|riassunto|streszczenie|аннотация|реферат|анотація|摘\s?要|要旨|抄録|초록|الملخص)(?=[.:：—–-]|$)/iu;
/** Whatever is above the summary, in this many items. */
const MAX_ITEMS = 16;
/** A longer line is text, in UTF-16 units. */
const MAX_UNITS = 300;

const INSTITUTION = pattern('iu')`
  (?<!\p{L})(?:universi\p{L}+|institut\p{L}*|dep(?:artment|artamento|t\.)|département|faculty|facult(?:é|ad)|fakult\p{L}+|schools? of|college|hospitals?|hôpital|klinik\p{L}*|clinic
  |laborator\p{L}+|cent(?:er|re)s?|centro|academy|akademie|hochschule|école|escuela|politecnico|cnrs|inserm|csic|университет\p{L}*|институт\p{L}*|факультет\p{L}*)(?!\p{L})
  |大学|大學|学院|學院|研究所|研究院|医院|實驗室|实验室|대학교|연구소|병원|جامعة
`;
/** "*Correspondence: ann@example.org", "Received 3 May 2021", "These authors contributed equally." */
const NOTE =
  /^[*†‡§¶#✉\s]*(?:correspond(?:ence|ing)|e-?mails?\b|these authors|equal contribution|contributed equally|received\b|accepted\b|revised\b|submitted\b|published online|orcid|korrespondenz|correspondance|correspondencia|通讯作者|通信作者|责任著者|責任著者|收稿日期|基金项目|作者简介)/iu;
const MARK = '[\\d*†‡§¶#✉]+(?:\\s?[,，]\\s?[\\d*†‡§¶#✉]+)*';
const MARK_BEHIND_NAME = new RegExp(`(?<=\\p{L}\\p{M}*\\.?)\\s?${MARK}(?=\\s|[,，;；]|$)`, 'gu');

/** Removes the institutes of the authors and what is beside them above the abstract of a paper; reads the authors. */
export function extractAffiliations(items: readonly Item[]): { items: readonly Item[]; authors: string[] } {
  const end = items.slice(0, MAX_ITEMS).findIndex(isAbstract);
  const above = items.slice(0, Math.max(0, end));
  if (!above.some((item) => linesOf(item).some(isAffiliation))) return { items, authors: [] };
  const authors = above.flatMap((item) => linesOf(item).flatMap(markedNames));
  const removed = new Set(above.filter((item) => linesOf(item).length > 0 && linesOf(item).every(isBesideNames)));
  return { items: items.filter((item) => !removed.has(item)), authors };
}

function isAbstract(item: Item): boolean {
  if (item.kind === 'heading') return ABSTRACT.test(item.title ?? '');
  return item.kind === 'block' && item.block.kind === 'paragraph' && ABSTRACT.test(textOf(item.block.spans).trim());
}

function linesOf(item: Item): string[] {
  if (item.kind !== 'block' || (item.block.kind !== 'paragraph' && item.block.kind !== 'list')) return [];
  const lines = runsOf(item.block).flatMap((run) => textOf(run).split('\n'));
  return lines.map(collapseSpace).filter((line) => line !== '');
}

function isBesideNames(line: string): boolean {
  return isAffiliation(line) || NOTE.test(line) || markedNames(line).length > 0;
}

/** "1 Department of Coasts, University of Tarn, Norway" */
function isAffiliation(line: string): boolean {
  if (line.length > MAX_UNITS || !INSTITUTION.test(line)) return false;
  return /^[（(]?(?:\d{1,2}|[a-f*†‡§¶](?=[\s.)]))/u.test(line) || !endsWithStop(line);
}

/** The names in "Ann Lee1, Bo Berg1,2*"; none if a mark is missing everywhere, or a part is no name. */
function markedNames(line: string): string[] {
  const bare = line.length > MAX_UNITS ? line : line.replaceAll(MARK_BEHIND_NAME, '');
  if (bare === line) return [];
  const names = bare.split(/\s*(?:[,，;；、]|\s(?:and|und|et|y|e|&)\s)\s*/u).filter((name) => name !== '');
  return names.length > 0 && names.every(isPerson) ? names.flatMap(namesFrom) : [];
}

function isPerson(name: string): boolean {
  return isName(name) && /^\p{Lu}\S*(?:\s\S+){1,4}$|^\p{Script=Han}{2,4}$/u.test(name);
}
