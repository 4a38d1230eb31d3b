import { toAbsolute } from '../article/address.ts';
import type { Page } from './head/read-page.ts';

/** Slower ones are for readers who leave the page open. */
const MAX_DELAY_S = 10;
/** A page that leads elsewhere has little text of its own. */
const MAX_CHARS = 300;
const MAX_SCRIPT_UNITS = 30_000;
const IN_META = /^\s*(\d+(?:\.\d+)?)\s*[;,]\s*(?:url\s*=\s*)?["']?([^"'\s]+)/i;
const IN_SCRIPT =
  /\blocation(?:\.href)?\s*=\s*["']([^"'\s]+)["']|\blocation\.(?:replace|assign)\(\s*["']([^"'\s]+)["']\s*\)/;

/** Where a page sends its readers at once, by `<meta http-equiv="refresh">` or by a script; undefined if it is the destination. */
export function findRefresh({ url, facts, html }: Page, chars: number): string | undefined {
  if (chars > MAX_CHARS) return undefined;
  const [, delay = '0', inMeta] = IN_META.exec(facts.metas.get('refresh')?.[0] ?? '') ?? [];
  const script = html.length > MAX_SCRIPT_UNITS ? undefined : IN_SCRIPT.exec(html);
  const href = inMeta !== undefined && Number(delay) <= MAX_DELAY_S ? inMeta : (script?.[1] ?? script?.[2]);
  const target = href === undefined ? undefined : toAbsolute(href.replaceAll('\\/', '/'), url);
  return target === undefined || withoutHash(target) === withoutHash(url) ? undefined : target;
}

function withoutHash(address: string): string {
  return address.replace(/#.*$/, '');
}
