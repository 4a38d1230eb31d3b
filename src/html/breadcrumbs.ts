import type { Span } from '../article/article.ts';
import { textOf } from '../article/block-text.ts';

/** What stands between the pages of a path. */
const SEPARATOR = /\s*[>›»→/]\s*/u;
const HOME =
  /^(?:home(?:page)?|start(?:seite)?|accueil|inicio|início|strona główna|etusivu|hjem|hem|главная|головна|首页|首頁|ホーム|トップ|홈|الرئيسية)$/iu;
/** A longer line is text, in UTF-16 units. */
const MAX_UNITS = 240;

/** Whether a line is the path to the page from the first one of the site: linked names with marks between, "Home › News › The ferry". */
export function isBreadcrumbs(spans: readonly Span[], text: string): boolean {
  if (spans[0]?.href === undefined || text.length > MAX_UNITS || !HOME.test(spans[0].text.trim())) return false;
  const unlinked = textOf(spans.filter(({ href }) => href === undefined)).split(SEPARATOR);
  const names = unlinked.map((name) => name.trim()).filter((name) => name !== '');
  return unlinked.length > 1 && names.length <= 1;
}
