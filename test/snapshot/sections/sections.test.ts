import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/article/article.ts';
import { linesOf } from '../../fixtures/lines.ts';
import { read } from '../../fixtures/snapshot.ts';

const LEAD = '<p>The ferry stopped at noon.</p>';
const TEXT = '<p>Nobody on the pier had been told.</p>';

function outline({ sections }: Article) {
  return sections.map(({ from, title }) => `${from}: ${title ?? ''}`);
}

function bold(line: string) {
  return outline(read(`${LEAD}<p><b>${line}</b></p>${TEXT}`));
}

describe('headings', () => {
  it('start a section each, after the lead', () => {
    const { sections } = read(
      `${LEAD}<h2 id="boats" tabindex="-1">The boats</h2>${TEXT}<h3>Engines</h3><p>Both were cold.</p><h2>Crews</h2>`,
    );
    expect(sections.map(({ number, anchor, title, depth, from }) => [number, anchor, title, depth, from])).toEqual([
      [0, null, null, 0, 'lead'],
      [1, 'boats', 'The boats', 2, 'heading'],
      [2, null, 'Engines', 3, 'heading'],
      [3, null, 'Crews', 2, 'heading'],
    ]);
    expect(sections.map((section) => linesOf({ sections: [section] }))).toEqual([
      ['The ferry stopped at noon.'],
      ['Nobody on the pier had been told.'],
      ['Both were cold.'],
      [],
    ]);
  });

  it.each([1, 2, 3, 4, 5, 6])('have the level %i as depth', (level) => {
    const { sections } = read(`${LEAD}<h${level}>Tides</h${level}>${TEXT}`);
    expect(sections[1]).toMatchObject({ depth: level, title: 'Tides' });
  });

  it('leave an empty lead if the article starts with a heading', () => {
    const { sections } = read(`<h2>Tides</h2>${TEXT}`);
    expect(sections[0]).toMatchObject({ number: 0, from: 'lead', text: [], summary: '' });
    expect(sections[1]?.title).toBe('Tides');
  });

  it('include the text of inline elements', () => {
    const { sections } = read(
      `${LEAD}<h2><span>Why the <em>old</em>\n <a href="/pier">pier</a></span><br>closed</h2>${TEXT}`,
    );
    expect(sections[1]?.title).toBe('Why the old pier closed');
    expect(sections[1]?.links).toEqual([{ url: 'https://example.org/pier', text: 'pier', role: 'inline' }]);
  });

  it('start no section without words', () => {
    expect(outline(read(`${LEAD}<h2> <br></h2>${TEXT}<h3><span hidden>Menu</span></h3>`))).toEqual(['lead: ']);
  });

  it('keep an image inside them', () => {
    const { sections } = read(`${LEAD}<h2><img src="/map.jpg" width="640" height="400">The map</h2>${TEXT}`);
    expect(sections.flatMap(({ images }) => images.map(({ url }) => url))).toEqual(['https://example.org/map.jpg']);
    expect(sections.map(({ title }) => title)).toEqual([null, 'The map']);
  });

  it('are found in list items', () => {
    const article = read(`${LEAD}<ul><li><h3>Boats</h3>${TEXT}</li><li><h3>Crews</h3><p>Four.</p></li></ul>`);
    expect(outline(article)).toEqual(['lead: ', 'heading: Boats', 'heading: Crews']);
    expect(linesOf(article)).toHaveLength(3);
  });

  it('are the title that the section is summarised by', () => {
    const other = 'The harbour has many boats, and all of them are old, which nobody minds on such a day. '.repeat(4);
    const html = `${LEAD}<h2>Who painted the sign</h2><p>${other}The sign was painted by Ines, who lives on the pier. ${other}</p>`;
    expect(read(html).sections[1]?.summary).toContain('The sign was painted by Ines');
  });

  it('are found in elements of their own', () => {
    const html = `<main><div>${LEAD}</div><div><h2 id="水">水</h2></div><div><p>水涨了。</p></div></main>`;
    expect(read(html).sections[1]).toMatchObject({ anchor: '水', title: '水', depth: 2 });
  });
});

describe('the heading that repeats the title', () => {
  const title = 'Ferry stops: why nobody was told';

  it.each([
    `<h1>${title}</h1>`,
    `<h1>Ferry stops – why nobody was told</h1>`,
    `<h1 class="entry-title"><a href="https://example.org/news/harbour">${title}</a></h1>`,
    `<h2>${title}</h2>`,
    `<h1>${title} - The Harbour Post</h1>`,
    `<h1>Ferry stop: why nobody was told</h1>`,
  ])('is no section: %s', (heading) => {
    expect(outline(read(`${heading}${LEAD}${TEXT}`, { title }))).toEqual(['lead: ']);
  });

  it('is removed with the column, the breadcrumb and the date above it', () => {
    const html = `<div>Islands</div><p>Updated 3 May 2021</p><h1>${title}</h1>${LEAD}`;
    expect(linesOf(read(html, { title }))).toEqual(['The ferry stopped at noon.']);
  });

  it('leaves the image and the author directly above it', () => {
    const html = `<p>Islands</p><img src="/ferry.jpg" width="800" height="500"><p class="byline">Ann Lee</p><h1>${title}</h1>${LEAD}`;
    const { sections, authors } = read(html, { title });
    expect(sections[0]?.images.map(({ url }) => url)).toEqual(['https://example.org/ferry.jpg']);
    expect(authors).toEqual(['Ann Lee']);
  });

  it('is removed alone if the article is above it', () => {
    const long = `The ferry stopped at noon, and ${'the sea was calm and '.repeat(20)}nobody was told.`;
    expect(linesOf(read(`<p>${long}</p><h1>${title}</h1>${TEXT}`, { title }))[0]).toBe(long);
  });

  it('is not a heading with other text', () => {
    const article = read(`${LEAD}<h1>What the harbour master says</h1>${TEXT}`, { title });
    expect(outline(article)).toEqual(['lead: ', 'heading: What the harbour master says']);
    expect(linesOf(article)).toHaveLength(2);
  });

  it('is not a heading of one word of the title', () => {
    expect(outline(read(`${LEAD}<h2>Ferry</h2>${TEXT}`, { title }))).toEqual(['lead: ', 'heading: Ferry']);
  });
});

describe('bold lines', () => {
  it.each([
    ['a paragraph', `<p><strong>How the vote went</strong></p>`],
    ['a box', `<div><b>How the vote went</b></div>`],
    ['a bold style', `<p><span style="font-weight: 700">How the vote went</span></p>`],
    ['several bold pieces', `<p><b>How the</b> <strong><em>vote</em></strong> <b>went</b></p>`],
  ])('are headings in %s', (_kind, line) => {
    const article = read(`${LEAD}${line}${TEXT}`);
    expect(article.sections[1]).toMatchObject({ title: 'How the vote went', from: 'bold', anchor: null, depth: 2 });
    expect(linesOf(article)).toEqual(['The ferry stopped at noon.', 'Nobody on the pier had been told.']);
  });

  it('are headings between two line breaks each', () => {
    const html = '<div>渡轮中午停航。<br><br><b>码头上的人怎么说</b><br/> <br/>没有人接到通知。</div>';
    expect(outline(read(html))).toEqual(['lead: ', 'bold: 码头上的人怎么说']);
    expect(linesOf(read(html))).toEqual(['渡轮中午停航。', '没有人接到通知。']);
  });

  it.each(['Who pays for it?', '谁来付钱？', 'Part 2', '一、码头'])(
    'are headings if they look like one: %s',
    (line) => {
      expect(bold(line)).toEqual(['lead: ', `bold: ${line}`]);
    },
  );

  it.each([
    ['a sentence', 'The council closed the pier.'],
    ['a Chinese sentence', '市议会关闭了码头。'],
    ['a sentence in quotes', '“Nobody told us.”'],
    ['a quote', '“Nobody told us about it”'],
    ['what leads over', 'The minister said:'],
    ['what goes on', 'First of all,'],
    ['a rule of stars', '* * *'],
    ['a number', '3'],
    ['one letter', 'A'],
    ['a line that is too long', 'the pier, the boats, the crews, the nets and '.repeat(4)],
  ])('stay text if they are %s', (_kind, line) => {
    expect(bold(line)).toEqual(['lead: ']);
  });

  it('stay text if other words in the line are not bold', () => {
    expect(outline(read(`${LEAD}<p><b>How the vote</b> went</p>${TEXT}`))).toEqual(['lead: ']);
  });

  it('stay text at the start, as a standfirst', () => {
    const article = read(`<p><b>The ferry stops after forty years</b></p>${LEAD}${TEXT}`);
    expect(outline(article)).toEqual(['lead: ']);
    expect(linesOf(article)[0]).toBe('The ferry stops after forty years');
  });

  it('stay text at the end, without text below', () => {
    expect(outline(read(`${LEAD}${TEXT}<p><b>The end of the pier</b></p>`))).toEqual(['lead: ']);
  });

  it('stay text if the article has real headings', () => {
    const article = read(`${LEAD}<p><b>How the vote went</b></p>${TEXT}<h2>Boats</h2>${TEXT}`);
    expect(outline(article)).toEqual(['lead: ', 'heading: Boats']);
    expect(linesOf(article)).toContain('How the vote went');
  });

  it('are headings if the only real heading is the title', () => {
    const html = `<h1>The harbour at night</h1>${LEAD}<p><b>How the vote went</b></p>${TEXT}`;
    expect(outline(read(html))).toEqual(['lead: ', 'bold: How the vote went']);
  });

  it('keep their links', () => {
    const html = `${LEAD}<p><b>How <a href="/vote">the vote</a> went</b></p>${TEXT}`;
    expect(read(html).sections[1]?.links).toEqual([
      { url: 'https://example.org/vote', text: 'the vote', role: 'inline' },
    ]);
  });
});

describe('bylines under headings', () => {
  it.each([
    ['林晚 本报记者 发自东屿岛', '林晚'],
    ['何思远（Simon Ho） 本报记者，发自海城', '何思远（Simon Ho）'],
    ['By Ann Lee, London', 'Ann Lee'],
    ['By Ann Lee in Port Orrin', 'Ann Lee'],
  ])('belong to their section and not to its text: %s', (line, name) => {
    const article = read(`${LEAD}<h2>Boats</h2><p>${line}</p>${TEXT}`);
    expect(article.sections.map(({ authors }) => authors)).toEqual([[], [name]]);
    expect(linesOf(article)).toEqual(['The ferry stopped at noon.', 'Nobody on the pier had been told.']);
    expect(article.authors).toEqual([name]);
  });

  it('are text if the section already has text', () => {
    expect(linesOf(read(`${LEAD}<h2>Boats</h2>${TEXT}<p>By Ann Lee, London</p>`))).toContain('By Ann Lee, London');
  });
});

describe('pictures below a line in bold type', () => {
  const pictures = (count: number) =>
    Array.from({ length: count }, (_, at) => `<img src="/${at}.jpg" width="800" height="500">`).join('');

  it.each([
    [4, ['lead: ', 'bold: The crew']],
    [5, ['lead: ']],
  ])('leave it the heading of the text up to a number of them: %i', (count, expected) => {
    const html = `${LEAD}<p><b>The crew</b></p>${pictures(count)}${TEXT}`;
    expect(outline(read(html))).toEqual(expected);
  });
});

describe('a heading that is a whole paragraph', () => {
  it.each([
    `${'停航十年的渡轮将在春天复航，'.repeat(8)}码头已经重新刷漆。`,
    `${'The ferry comes back in spring, after ten years at the pier, '.repeat(4)}as nobody had hoped.`,
  ])('is text: %s', (text) => {
    const article = read(`<p>${text}</p><h2>${text}</h2><h2>The crew</h2><p>Three.</p>`);
    expect(article.sections.slice(1).map(({ title }) => title)).toEqual(['The crew']);
    expect(linesOf(article)).toEqual([text, text, 'Three.']);
  });

  it.each([`${'渡'.repeat(89)}。`, `${'f'.repeat(239)}.`, `${'渡'.repeat(91)}`, `${'f'.repeat(241)}`])(
    'is one of a section if it is shorter or no sentence: %s',
    (title) => {
      expect(outline(read(`${LEAD}<h2>${title}</h2>${TEXT}`))).toEqual(['lead: ', `heading: ${title}`]);
    },
  );
});
