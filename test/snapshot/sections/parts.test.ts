import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Section } from '../../../src/article/article.ts';
import { countGraphemes } from '../../../src/text/graphemes.ts';
import { linesOf } from '../../fixtures/lines.ts';
import { read } from '../../fixtures/snapshot.ts';

/** Lines of about a hundred letters, each said once. */
function lines(count: number, about = 'the old ferry'): string[] {
  return Array.from(
    { length: count },
    (_, index) => `Line ${index} is about ${about}, and it goes on until it is as long as a line of an article is.`,
  );
}

function toHtml(paragraphs: readonly string[]): string {
  return paragraphs.map((line) => `<p>${line}</p>`).join('\n');
}

function lengths(sections: readonly Section[]): number[] {
  return sections.map((section) =>
    linesOf({ sections: [section] }).reduce((sum, line) => sum + countGraphemes(line), 0),
  );
}

describe('parts of a long article without headings', () => {
  it('have no title, no anchor and no depth', () => {
    const { sections } = read(toHtml(lines(40)));
    expect(sections.length).toBeGreaterThan(2);
    expect(sections[0]).toMatchObject({ from: 'lead', number: 0 });
    for (const [index, part] of sections.slice(1).entries()) {
      expect(part).toMatchObject({ from: 'part', number: index + 1, title: null, anchor: null, depth: 0 });
      expect(part.summary).not.toBe('');
    }
  });

  it('are none up to about 1,200 graphemes', () => {
    const paragraph = '渡轮停航。'.repeat(40);
    expect(read(toHtml(Array<string>(6).fill(paragraph))).sections).toHaveLength(1);
    expect(read(toHtml(Array<string>(7).fill(paragraph))).sections).toHaveLength(2);
  });

  it('are none if there is a heading or a bold line that is one', () => {
    const text = toHtml(lines(20));
    expect(read(`${text}<h2>Boats</h2>${text}`).sections.map(({ from }) => from)).toEqual(['lead', 'heading']);
    expect(read(`${text}<p><b>Boats</b></p>${text}`).sections.map(({ from }) => from)).toEqual(['lead', 'bold']);
  });

  it('lose and duplicate no paragraph, and start with a whole one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 60 }), (sizes) => {
        const paragraphs = sizes.map(
          (size, index) => `Paragraph ${index} ${'of the harbour diary '.repeat(size)}ends.`,
        );
        expect(linesOf(read(toHtml(paragraphs)))).toEqual(paragraphs);
      }),
      { numRuns: 60 },
    );
  });

  it('are each about as long as a screen or two', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 60, maxLength: 120 }), (sizes) => {
        const paragraphs = sizes.map(
          (size, index) => `Paragraph ${index} ${'of the harbour diary '.repeat(size)}ends.`,
        );
        for (const length of lengths(read(toHtml(paragraphs)).sections)) {
          expect(length).toBeGreaterThanOrEqual(350);
          expect(length).toBeLessThanOrEqual(1600);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('are measured in graphemes, not in code units', () => {
    const family = '👩‍👩‍👧‍👦'.repeat(100);
    expect(read(toHtml([family, family, family])).sections).toHaveLength(1);
  });

  it('start where the topic shifts', () => {
    const paragraphs = [
      ...lines(7, 'the bakery, its ovens, its flour and the bread that bakers knead'),
      ...lines(7, 'the railway, its bridges, its signals and the trains that drivers steer'),
    ];
    const { sections } = read(toHtml(paragraphs));
    expect(sections.map((section) => linesOf({ sections: [section] }).length)).toEqual([7, 7]);
  });

  it('start where new terms appear, though common words continue', () => {
    const paragraphs = [
      ...lines(6, 'the bakery, its ovens, its flour and the bread that bakers knead by the harbour'),
      ...lines(6, 'the railway, its bridges, its signals and the trains that drivers steer by the harbour'),
      ...lines(6, 'the market, its stalls, its fish and the cheese that farmers carry down by the harbour'),
    ];
    const { sections } = read(toHtml(paragraphs));
    expect(sections.map((section) => linesOf({ sections: [section] }).length)).toEqual([6, 6, 6]);
  });

  it('do not start with a list, which belongs to the paragraph before it', () => {
    const list = `<ul>${lines(6, 'the railway, its bridges and signals')
      .map((line) => `<li>${line}</li>`)
      .join('')}</ul>`;
    const { sections } = read(`${toHtml(lines(6))}${list}${toHtml(lines(6))}`);
    expect(sections.length).toBeGreaterThan(1);
    for (const section of sections) expect(section.text[0]?.kind).toBe('paragraph');
  });

  it('do not start after a colon, though the topic shifts there', () => {
    const paragraphs = [
      ...lines(6, 'the bakery, its ovens, its flour and the bread that bakers knead'),
      'And this is what the bakers, who have seen it all from their ovens in the morning, say of the railway:',
      ...lines(7, 'the railway, its bridges, its signals and the trains that drivers steer'),
    ];
    const { sections } = read(toHtml(paragraphs));
    expect(sections).toHaveLength(2);
    expect(linesOf({ sections: sections.slice(0, 1) }).at(-1)).not.toMatch(/:$/);
  });

  it('do not end with a question, which the next paragraph answers', () => {
    const question = 'And what do those who work on it, in the early morning and late at night, say of the railway?';
    const paragraphs = [
      ...lines(6, 'the bakery, its ovens, its flour and the bread that bakers knead'),
      question,
      ...lines(7, 'the railway, its bridges, its signals and the trains that drivers steer'),
    ];
    const { sections } = read(toHtml(paragraphs));
    expect(sections).toHaveLength(2);
    expect(linesOf({ sections: sections.slice(0, 1) })).not.toContain(question);
  });

  it('start with a question of an interview', () => {
    const answer = 'the bakery, its ovens, its flour and the bread that bakers knead';
    const turns = lines(16, answer).flatMap((line, at) =>
      at % 4 === 0 ? [`Host: And number ${at}?`, `Ann: ${line}`] : [line],
    );
    const { sections } = read(toHtml(turns));
    expect(sections.length).toBeGreaterThan(1);
    for (const section of sections.slice(1)) expect(linesOf({ sections: [section] })[0]).toMatch(/^Host: /);
  });

  it('do not start with the answer to what was said before', () => {
    const turns = Array.from({ length: 12 }, (_, at) => [
      `问：第${at}天，渡轮又停航了，您当时在哪里。`,
      `答：${`学校第${at}天关门，没有人来。`.repeat(18)}`,
    ]).flat();
    const { sections } = read(toHtml(turns));
    expect(sections.length).toBeGreaterThan(1);
    for (const section of sections.slice(1)) expect(linesOf({ sections: [section] })[0]).toMatch(/^问/);
  });

  it('do not start with a paragraph that depends on the one before it', () => {
    const paragraphs = lines(16).map((line, index) => (index % 2 === 0 ? line : `However, ${line.toLowerCase()}`));
    const { sections } = read(toHtml(paragraphs));
    expect(sections.length).toBeGreaterThan(1);
    for (const section of sections) expect(linesOf({ sections: [section] })[0]).not.toMatch(/^However/);
  });

  it('leave a list, a table and a quote whole', () => {
    const items = lines(12);
    const list = `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
    const text = toHtml(lines(5));
    const { sections } = read(`${text}${list}${text}`);
    const lists = sections.flatMap((section) => section.text.filter(({ kind }) => kind === 'list'));
    expect(lists).toEqual([{ kind: 'list', ordered: false, items: items.map((item) => [{ text: item }]) }]);
  });

  it('contain the images and links among their text', () => {
    const html = lines(30)
      .map(
        (line, index) => `<p>${line} <a href="/page/${index}">More</a>.</p><img src="/photo/${index}.jpg" width="640">`,
      )
      .join('');
    const { sections } = read(html);
    expect(sections.length).toBeGreaterThan(2);
    for (const section of sections) {
      const said = linesOf({ sections: [section] }).map((line) => /^Line (\d+)/.exec(line)?.[1]);
      expect(section.images.map(({ url }) => url)).toEqual(
        said.map((index) => `https://example.org/photo/${index}.jpg`),
      );
      expect(section.links.map(({ url }) => url)).toEqual(said.map((index) => `https://example.org/page/${index}`));
    }
  });

  it('are none if a single paragraph is the whole text', () => {
    const text = lines(60).join(' ');
    const { sections } = read(`<p>${text}</p>`);
    expect(sections).toHaveLength(1);
    expect(linesOf({ sections })).toEqual([text]);
  });
});

describe('a boundary between parts', () => {
  const line = (word: string, at: number) =>
    `<p>${`The ${word} was closed on day ${at}, and nobody came. `.repeat(5)}</p>`;
  const text = (word: string, count: number) => Array.from({ length: count }, (_, at) => line(word, at)).join('');
  const FIRST_WORDS = 'The pupils of';
  const FIRST_SCHOOL_LINE = `<p>${`${FIRST_WORDS} the school came on a day when nobody else did. `.repeat(5)}</p>`;

  it.each([
    ['a list', '<p>These are closed:</p><ul><li>The pier</li><li>The tower</li></ul>', 'These are closed:', 'The pier'],
    [
      'a quotation over two paragraphs',
      '<p>“The pier is closed.</p><p>“The tower is closed.”</p>',
      '“The pier is closed.',
      '“The tower is closed.”',
    ],
    [
      'an embedded post',
      '<p>The pier is closed</p><p>— Ann Lee (@annlee) May 3, 2021</p>',
      'The pier is closed',
      '— Ann Lee',
    ],
    ['a glossary', '<p>Pier: a place for boats</p><p>Quay: a wall for boats</p>', 'Pier: a', 'Quay: a'],
    [
      'what a colon announces',
      '<p>She said it twice:</p><p>Nobody came to the pier.</p>',
      'She said it twice:',
      'Nobody came to the pier.',
    ],
    [
      'a line and the text below it',
      `<p>After the ferry was closed</p>${FIRST_SCHOOL_LINE}`,
      'After the ferry',
      FIRST_WORDS,
    ],
    ['a line of a diary and its entry', `<p>—— May 2021</p>${FIRST_SCHOOL_LINE}`, '—— May', FIRST_WORDS],
    [
      'a claim and the first of its reasons',
      `<p>The ferry was closed, and nobody came, for two reasons.</p><p>First of all, ${'the school was closed. '.repeat(9)}</p>`,
      'The ferry was closed, and nobody came, for',
      'First of all',
    ],
  ])('is never inside %s', (_kind, ...[html, first, second]) => {
    const { sections } = read(text('ferry', 5) + html + text('school', 5));
    const partOf = (start: string) =>
      sections.findIndex((section) => section.text.some((block) => JSON.stringify(block).includes(start)));
    expect(sections.length).toBeGreaterThan(1);
    expect(partOf(first)).toBe(partOf(second));
  });
});
