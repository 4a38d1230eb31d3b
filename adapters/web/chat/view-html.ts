import { html } from 'hono/html';
import type { Translate } from '../../../src/locales/messages.ts';
import type { Block, Picture, Span, View } from '../../../src/view/view.ts';
import { link } from '../pages/blocks.ts';
import type { Html } from '../pages/layout.ts';

const WEB_ADDRESS = /^https?:\/\//iu;

/** The blocks of an answer. Every word and address of them is there. */
export function blocksHtml(blocks: View['blocks'], t: Translate): Html[] {
  return blocks.map((block) => blockHtml(block, t));
}

function blockHtml(block: Block, t: Translate): Html {
  switch (block.kind) {
    case 'heading':
      return html`<h3 dir="auto">${spansHtml(block.spans)}</h3>`;
    case 'text':
      return textHtml(block, t);
    case 'quote':
      return html`<blockquote dir="auto">${spansHtml(block.spans)}</blockquote>`;
    case 'code':
      return html`<pre tabindex="0"><code>${block.text}</code></pre>`;
    case 'list': {
      const items = block.items.map((item) => html`<li><div dir="auto">${spansHtml(item)}</div></li>`);
      return block.ordered ? html`<ol start="${block.start ?? 1}">${items}</ol>` : html`<ul>${items}</ul>`;
    }
    case 'table': {
      const rows = block.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${spansHtml(cell)}</td>`)}</tr>`);
      return html`<div class="table" tabindex="0"><table>${rows}</table></div>`;
    }
    case 'image':
      return pictureHtml(block.picture, t);
    case 'gallery':
      return html`<div class="gallery">${block.pictures.map((picture) => pictureHtml(picture, t))}</div>`;
    case 'divider':
      return html`<hr>`;
    default:
      return block satisfies never;
  }
}

function textHtml({ spans, subtle, thumbnail }: Block & { kind: 'text' }, t: Translate): Html {
  const text = html`<p dir="auto"${subtle === true ? html` class="subtle"` : ''}>${spansHtml(spans)}</p>`;
  return thumbnail === undefined ? text : html`<div class="beside">${text}${pictureHtml(thumbnail, t)}</div>`;
}

function spansHtml(spans: readonly Span[]): Html[] {
  return spans.map((span) => {
    switch (span.kind) {
      case 'plain':
        return html`${span.text}`;
      case 'strong':
        return html`<strong>${span.text}</strong>`;
      case 'emphasis':
        return html`<em>${span.text}</em>`;
      case 'code':
        return html`<code>${span.text}</code>`;
      case 'subtle':
        return html`<small>${span.text}</small>`;
      case 'link':
        return WEB_ADDRESS.test(span.url) ? link(span.url, span.text) : html`${span.text} ${span.url}`;
      case 'command':
        return span.strong === true ? html`<strong>${span.text}</strong>` : html`${span.text}`;
      case 'time':
        return html`<time datetime="${span.at}">${span.text}</time>`;
      default:
        return span satisfies never;
    }
  });
}

/** A picture with its caption and credit, in a frame that is there before it has loaded. */
function pictureHtml({ url, alt, caption, credit }: Picture, t: Translate): Html {
  const note = credit === null ? '' : html`<small>${t('picture.credit', { credit })}</small>`;
  const texts =
    caption === null && credit === null ? '' : html`<figcaption dir="auto">${caption ?? ''}${note}</figcaption>`;
  const shown = WEB_ADDRESS.test(url)
    ? html`<img class="unsized" src="${url}" alt="${alt}" loading="lazy" decoding="async">`
    : html`<p>${url} ${alt}</p>`;
  return html`<figure>${shown}${texts}</figure>`;
}
