import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { childrenOf, findAllBelow, previousElement, textBelow } from '../../src/html/tree/dom.ts';
import { parseHtml } from '../../src/html/tree/parse-html.ts';
import { createTreeBuilder } from '../../src/html/tree/tree-builder.ts';

function parseAtMost(elements: number, html: string) {
  const builder = createTreeBuilder(elements);
  new Parser(builder).end(html);
  return builder.document;
}

const namesIn = (document: ReturnType<typeof parseHtml>) => findAllBelow(document, () => true).map(({ name }) => name);

describe('a parsed page', () => {
  it('has its elements in order, each with its index', () => {
    const document = parseHtml('<p>One <b>two</b></p><ul><li>Three<li>Four</ul>');
    const all = findAllBelow(document, () => true);
    expect(all.map(({ name, index }) => `${name} ${index}`)).toEqual(['p 0', 'b 1', 'ul 2', 'li 3', 'li 4']);
    expect(document).toMatchObject({ elements: 5, isComplete: true });
    const [, list] = childrenOf(document);
    expect(list && previousElement(list)?.name).toBe('p');
  });

  it('joins a text around comments and character references, and has none of a script', () => {
    expect(textBelow(parseHtml('<p>a<!-- no -->&amp;b<script>no</script><style>no</style>c'))).toBe('a&bc');
  });

  it('joins a text of any number of character references', () => {
    expect(textBelow(parseHtml('&amp;'.repeat(20_000)))).toBe('&'.repeat(20_000));
  });
});

describe('a page with too many elements', () => {
  it('keeps the text of all elements, apart where they are blocks', () => {
    const document = parseAtMost(2, '<p>One <b>two</b></p><p>th<i>r</i>ee</p><div>four</div>five<script>no</script>');
    expect(namesIn(document)).toEqual(['p', 'b']);
    expect(textBelow(document).replace(/\s+/g, ' ')).toBe('One two three four five');
    expect(document.isComplete).toBe(false);
  });

  it('keeps a long text in paragraphs that end where blocks do', () => {
    const rows = Array.from({ length: 400 }, (_, row) => `<tr><td>pier ${row}</td><td>open</td></tr>`);
    const document = parseAtMost(1, `<h1>Piers</h1><table>${rows.join('')}</table>`);
    const [, ...paragraphs] = childrenOf(document);
    expect(paragraphs.length).toBeGreaterThan(2);
    for (const paragraph of paragraphs) expect(textBelow(paragraph).length).toBeLessThan(2020);
    const text = textBelow(document).replace(/\s+/g, ' ');
    expect(text.trim()).toBe(`Piers ${rows.map((_, row) => `pier ${row} open`).join(' ')}`);
  });

  it.each(['<', '<b', '<p>One <b', '<p>One <b class', '<p>One <b class="x', '<a srcset /a.jpg', '</p>', '<p>One </b'])(
    'ends where the text does, in a tag too: %s',
    (html) => {
      expect(textBelow(parseHtml(html)).trim()).toMatch(/^(?:One|<)?$/);
    },
  );

  it('ends the elements that began before the limit', () => {
    const document = parseAtMost(2, '<div><p>One<b>two</b></p>three</div>four');
    expect(childrenOf(document).map(textBelow)).toEqual(['Onetwothree']);
    expect(textBelow(document)).toBe('Onetwothreefour');
  });
});
