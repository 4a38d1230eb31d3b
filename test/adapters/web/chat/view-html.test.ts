import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { turnHtml } from '../../../../adapters/web/chat/turn-html.ts';
import type { Html } from '../../../../adapters/web/pages/layout.ts';
import { createAudience } from '../../../../src/locales/audience.ts';
import type { TextFile } from '../../../../src/view/view.ts';
import { rendererContract } from '../../../contracts/renderer.ts';

const context = { chat: '1', audience: createAudience('en', 'UTC') };

type Part = string | TextFile;

describe('an answer on the page', () => {
  rendererContract<Part>({
    render: (view) => [
      textOf(turnHtml({ id: 1, line: '', view }, context)),
      ...(view.file === undefined ? [] : [view.file]),
    ],
    visible: (part) => (typeof part === 'string' ? visible(part) : ''),
    addresses: (part) => (typeof part === 'string' ? addresses(part) : []),
    fileOf: (part) => (typeof part === 'string' ? undefined : part),
  });

  it.each([
    [true, 'ol'],
    [false, 'ul'],
  ])('numbers the items of a list if they have an order: %s', (ordered, name) => {
    const items = [[{ kind: 'plain', text: 'One' }] as const];
    const view = { blocks: [{ kind: 'list', ordered, items } as const], actions: [] };
    const page = load(textOf(turnHtml({ id: 1, line: '', view }, context)));
    expect(page(`.answer ${name} li`).text()).toBe('One');
  });
});

function textOf(html: Html): string {
  if (html instanceof Promise) throw new Error('It has to wait.');
  return html.toString();
}

/** What a person reads, or has read out: text, and what pictures show. */
function visible(html: string): string {
  const page = load(html);
  page('img').each(
    (_, picture) => void page(picture).replaceWith(page('<span>').text(` ${page(picture).attr('alt') ?? ''} `)),
  );
  // The links that the page adds to answers are not part of the view.
  page('.file, .in-reader').remove();
  return page('.answer').text();
}

function addresses(html: string): string[] {
  const page = load(html);
  const inAttributes = page('[href],[src]')
    .toArray()
    .map((element) => page(element).attr('href') ?? page(element).attr('src') ?? '');
  return [...inAttributes, ...visible(html).split(/\s+/u)];
}
