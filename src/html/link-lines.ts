import { toAbsolute } from '../article/address.ts';
import type { Link, Span } from '../article/article.ts';
import { textOf } from '../article/block-text.ts';
import { collapseSpace } from '../text/collapse-space.ts';

/** The text of a link that only points: "here". */
const POINTER =
  /^(?:(?:click )?here|link|hier|ici|aquí|aqui|qui|tutaj|här|her|tässä|здесь|тут|по ссылке|这里|這裡|此处|此處|链接|鏈接|連結|こちら|여기|هنا)$/iu;
/** A request in front of it: "For the full list click", "参看详情，请点选". */
const REQUEST =
  /^(?:(?:please )?(?:click|read|see|watch|listen|find|view|download)|descargar?|télécharger|herunterladen|scarica|baixar|pobierz|скачать|завантажити|[下][载載]|for (?:more|further|full|the full|all|details)|more|full|mehr|weitere|alle|lire|plus|le[ea]r?|más|mais|leia|ulteriori|подробнее|больше|докладніше|[请請](?:点|點)|(?:欲|[请請]?[参參][看阅閱见見]|[请請](?:[查浏瀏][看览覽阅]|[见見])|更多|原文|全文|[详詳](?:情|[见見])|(?:点|點)[击擊选選])|詳しくは|더 보기|للمزيد)(?!\p{Ll})/iu;
const SENTENCE = /[.。!?！？]\s?(?=\p{L})/u;
/** A longer line is text, in UTF-16 units. */
const MAX_UNITS = 120;

/** "Source: https://example.org/a", "原文链接：https://example.org/a" */
const LABELLED_ADDRESS =
  /^(\p{L}[\p{L}\p{M}\s/’'-]{0,58}?)\s*[:：]\s*((?:https?:\/\/|www\.)[^\s，。；）]{4,400}?)\.?$/iu;

/** The link in a line that is only a label and an address; undefined for any other line. */
export function readAddressLine(spans: readonly Span[]): Link | undefined {
  if (!spans.some(({ text }) => /\/\/|www\./i.test(text))) return undefined;
  const [, label, address] = LABELLED_ADDRESS.exec(collapseSpace(textOf(spans))) ?? [];
  if (label === undefined || address === undefined) return undefined;
  const [linked] = spans.flatMap(({ href }) => href ?? []);
  const full = /^www/i.test(address) ? `https://${address}` : address;
  const url = linked ?? toAbsolute(full, full);
  return url === undefined ? undefined : { url, text: label, role: 'inline' };
}

/**
 * The link in a line that does nothing but point at it: "For the full list click here.", "The report: here". Its text is
 * the line without the pointing word; undefined for any other line.
 */
export function readLinkLine(spans: readonly Span[]): Link | undefined {
  const at = spans.findLastIndex(({ href }) => href !== undefined);
  const { href, text = '' } = spans[at] ?? {};
  if (href === undefined || text.length > 12 || !POINTER.test(collapseSpace(text))) return undefined;
  if (/[\p{L}\p{N}]/u.test(textOf(spans.slice(at + 1)))) return undefined;
  const before = spans.slice(0, at);
  const label = collapseSpace(textOf(before));
  const isLine = label.length <= MAX_UNITS && before.every((span) => span.href === undefined) && !SENTENCE.test(label);
  if (!isLine || !(label === '' || /[:：(（]$/u.test(label) || REQUEST.test(label))) return undefined;
  return { url: href, text: label.replace(/[\s:：(（]+$/u, '') || text, role: 'inline' };
}
