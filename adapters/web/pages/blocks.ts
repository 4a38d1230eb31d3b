import { html } from 'hono/html';
import type { Block, Image, Media, Span } from '../../../src/article/article.ts';
import type { Html } from './layout.ts';

const WEB_ADDRESS = /^https?:\/\//i;

/** A link, or only its text if the address is not one of the web. */
export function link(url: string, text: unknown): Html {
  return WEB_ADDRESS.test(url) ? html`<a href="${url}" rel="noreferrer">${text}</a>` : html`${text}`;
}

/** A block of an article's text. */
export function block(one: Block): Html {
  switch (one.kind) {
    case 'paragraph':
      return html`<p>${spans(one.spans)}</p>`;
    case 'quote':
      return html`<blockquote><p>${spans(one.spans)}</p></blockquote>`;
    case 'code':
      return html`<pre><code>${spans(one.spans)}</code></pre>`;
    case 'list': {
      const items = one.items.map((item) => html`<li>${spans(item)}</li>`);
      return one.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
    }
    case 'table': {
      const rows = one.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${spans(cell)}</td>`)}</tr>`);
      return html`<div class="table" tabindex="0"><table>${rows}</table></div>`;
    }
    default:
      return one satisfies never;
  }
}

function spans(runs: readonly Span[]): Html[] {
  return runs.map((span) => {
    const code = span.code ? html`<code>${span.text}</code>` : html`${span.text}`;
    const emphasis = span.emphasis ? html`<em>${code}</em>` : code;
    const strong = span.strong ? html`<strong>${emphasis}</strong>` : emphasis;
    return span.href === undefined ? strong : link(span.href, strong);
  });
}

/** A picture with its caption and credit. Its place is reserved before it has loaded, so that the text does not move. */
export function figure({ url, alt, caption, credit, width, height }: Image): Html {
  if (!WEB_ADDRESS.test(url)) return html``;
  const size = width === null || height === null ? html`class="unsized"` : html`width="${width}" height="${height}"`;
  const note = credit === null ? '' : html` <small>${credit}</small>`;
  const texts = caption === null && credit === null ? '' : html`<figcaption>${caption ?? ''}${note}</figcaption>`;
  return html`<figure><img src="${url}" alt="${alt}" ${size} loading="lazy" decoding="async">${texts}</figure>`;
}

/** A small picture beside a summary. */
export function picture({ url, alt }: Pick<Image, 'url' | 'alt'>): Html {
  return WEB_ADDRESS.test(url)
    ? html`<img class="thumbnail" src="${url}" alt="${alt}" loading="lazy" decoding="async">`
    : html``;
}

/** A player or an embedded post, as a link to it. */
export function media({ url, title, caption }: Media): Html {
  return html`<p class="media">▶ ${link(url, title ?? caption ?? new URL(url).host)}</p>`;
}
