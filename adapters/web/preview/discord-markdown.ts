import { escapeHtml, linkHtml } from './escape-html.ts';
import type { PreviewOptions } from './preview-options.ts';

const BLOCK = /^(#{1,3} |-# |> |\s*[-*] |\s*\d+\. )?(.*)$/u;
const INLINE =
  /\\([^\p{L}\p{N}\s])|(`{1,2})(.+?)\2|\*\*(.+?)\*\*(?!\*)|\*([^*\s][^*]*?)\*|\[((?:\\.|[^\]\\])+)\]\(<?((?:\\.|[^\s)>\\])+)>?\)|<(https?:\/\/[^\s>]+)>|<t:(\d+)(?::[a-zA-Z])?>|<\/([^:>]+):\d+>|(https?:\/\/[^\s<]+)/gsu;

/** Discord's Markdown as HTML of a page: headings, small print, lists, quotes, code, emphasis, links, instants and mentions. */
export function discordMarkdownHtml(markdown: string, options: PreviewOptions): string {
  return markdown
    .split(/^```\n?([\s\S]*?)\n?```$/mu)
    .map((part, at) => (at % 2 === 1 ? `<pre>${escapeHtml(part)}</pre>` : linesHtml(part, options)))
    .join('');
}

function linesHtml(text: string, options: PreviewOptions): string {
  return text
    .replace(/^\n|\n$/gu, '')
    .split('\n')
    .map((line) => lineHtml(line, options))
    .join('');
}

function lineHtml(line: string, options: PreviewOptions): string {
  const [, mark = '', words = ''] = BLOCK.exec(line) ?? [];
  if (line.trim() === '') return '<div class="blank"></div>';
  return `<div class="${classOf(mark)}">${markerHtml(mark)}<span>${inlineHtml(words, options)}</span></div>`;
}

function classOf(mark: string): string {
  if (mark.startsWith('#')) return `line h${mark.trim().length}`;
  if (mark === '-# ') return 'line small';
  if (mark === '> ') return 'line quote';
  return mark === '' ? 'line' : 'line item';
}

function markerHtml(mark: string): string {
  const marker = mark.trim();
  if (/^\d+\.$/u.test(marker)) return `<b class="marker">${marker}</b>`;
  return marker === '-' || marker === '*' ? '<b class="marker">•</b>' : '';
}

function inlineHtml(text: string, options: PreviewOptions): string {
  let html = '';
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    html += escapeHtml(text.slice(end, match.index)) + pieceHtml(match, options);
    end = match.index + match[0].length;
  }
  return html + escapeHtml(text.slice(end));
}

function pieceHtml(match: RegExpExecArray, options: PreviewOptions): string {
  const [whole, escaped, , code, strong, emphasis, label, target, angled, instant, mention, bare] = match;
  if (escaped !== undefined) return escapeHtml(escaped);
  if (code !== undefined) return `<code>${escapeHtml(code)}</code>`;
  if (strong !== undefined) return `<b>${inlineHtml(strong, options)}</b>`;
  if (emphasis !== undefined) return `<i>${inlineHtml(emphasis, options)}</i>`;
  if (label !== undefined && target !== undefined) return linkHtml(withoutEscapes(target), inlineHtml(label, options));
  if (instant !== undefined) return `<time>${escapeHtml(options.formatInstant(Number(instant)))}</time>`;
  if (mention !== undefined) return `<span class="mention">/${escapeHtml(mention)}</span>`;
  const address = angled ?? bare;
  return address === undefined ? escapeHtml(whole) : linkHtml(address, escapeHtml(address));
}

function withoutEscapes(address: string): string {
  return address.replace(/\\(.)/gu, '$1');
}
