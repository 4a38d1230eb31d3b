import { html } from 'hono/html';
import type { Page } from '../../../src/view/paginate.ts';
import type { Html } from './layout.ts';

/** Links to the pages before and after a page; nothing if there are none. */
export function pageMoves(
  { previous, next }: Page,
  address: (page: number) => string,
  labels: { previous: string; next: string },
): Html {
  if (previous === undefined && next === undefined) return html``;
  const to = (page: number | undefined, label: string, rel: string) =>
    page === undefined ? html`<span></span>` : html`<a rel="${rel}" href="${address(page)}">${label}</a>`;
  return html`<nav class="moves">${to(previous, labels.previous, 'prev')} ${to(next, labels.next, 'next')}</nav>`;
}
