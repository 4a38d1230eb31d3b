import { describe, expect, it } from 'vitest';
import { readSignOff } from '../../src/snapshot/cleaning/sign-off.ts';
import { readByline } from '../../src/text/bylines.ts';
import { linesOf } from '../fixtures/lines.ts';
import { read } from '../fixtures/snapshot.ts';

const TEXT =
  '<p>Nobody on the pier had been told that the ferry would stop at noon, not even the crew, who were having their tea in the engine room, as they did every day of the week.</p>';

describe('a byline', () => {
  it.each([
    ['林晚 本报记者 发自东屿岛', ['林晚']],
    ['林晚 BBC记者 发自海城', ['林晚']],
    ['何思远（Simon Ho） 本报记者，发自海城', ['何思远（Simon Ho）']],
    ['阿依古丽·买买提 特约撰稿', ['阿依古丽·买买提']],
    ['Simon Ho 本报记者', ['Simon Ho']],
    ['记者：林晚', ['林晚']],
    ['作者：林晚、陈渡', ['林晚', '陈渡']],
    ['撰文：林晚，陈渡', ['林晚', '陈渡']],
    ['文／林晚', ['林晚']],
    ['編譯：林晚', ['林晚']],
    ['By Ann Lee', ['Ann Lee']],
    ['BY ANN LEE', ['ANN LEE']],
    ['By Ann Lee and Tom Ray', ['Ann Lee', 'Tom Ray']],
    ['By Ann Lee, Tom Ray and Ida Moe', ['Ann Lee', 'Tom Ray', 'Ida Moe']],
    ['By Ann Lee & Tom Ray', ['Ann Lee', 'Tom Ray']],
    ['By Ann Lee, Science correspondent', ['Ann Lee']],
    ['By Ann Lee | Port Orrin', ['Ann Lee']],
    ['By Jean-Luc O’Neil van der Berg', ['Jean-Luc O’Neil van der Berg']],
    ['By Zoë Ångström', ['Zoë Ångström']],
    ['Ann Lee, BBC News', ['Ann Lee']],
    ['Ann Lee - Economics Editor', ['Ann Lee']],
    ['Ann Lee Science editor', ['Ann Lee']],
    ['By Ann Lee, Science Editor, BBC News', ['Ann Lee']],
    ['Von Anna Lehmann und Tom Roth', ['Anna Lehmann', 'Tom Roth']],
    ['Por Ana Lima', ['Ana Lima']],
    ['Par Anne Leroy', ['Anne Leroy']],
    ['بقلم: يوسف المرزوقي', ['يوسف المرزوقي']],
    ['Автор: Анна Ли и Том Рэй', ['Анна Ли', 'Том Рэй']],
    ['Written by: Ann Lee', ['Ann Lee']],
    ['By Harbour Post with AFP', ['Harbour Post']],
    ['作者：林晚 演唱：陈渡', ['林晚']],
    ['文 | Ann 排版 | 陈渡', ['Ann']],
    ['记者：林晚 编辑：陈渡', ['林晚']],
    ['编辑 | 陈渡', []],
    ['責任編輯／陈渡', []],
  ])('is read: %s', (line, names) => {
    expect(readByline(line)).toEqual(names);
  });

  it.each([
    'By noon the fog had gone.',
    'By the pier stood Ann Lee.',
    'By Monday, nobody was left',
    'Ann Lee kept the green book.',
    'Ann Lee',
    'Editor wanted',
    'Ann Lee is a writer who lives by the sea.',
    'Words: the sea has many',
    '林晚在码头上等了一整天。',
    '记者站在码头上',
    '记者：你为什么不走？',
    '作者不明',
    '渡轮 停航 码头',
    '',
    `By Ann Lee, who ${'waited and '.repeat(12)}left`,
  ])('is not: %s', (line) => {
    expect(readByline(line)).toBeUndefined();
  });
});

describe('a sign-off with writers and editors', () => {
  it.each([
    ['记者：林晚 责编：陈渡', ['林晚']],
    ['记者：林晚、周远 责编：陈渡 网编：何舟', ['林晚', '周远']],
    ['（记者：林晚 责编：陈渡）', ['林晚']],
    ['海峡之声电台记者 林晚 台北报导 责编 陈渡', ['林晚']],
    ['特约记者：林晚 责编：陈渡', ['林晚']],
    ['编译 林晚；审校 陈渡', ['林晚']],
    ['作者：林晚', ['林晚']],
    ['撰稿：林晚 编辑：陈渡', ['林晚']],
    ['林晚/陈渡 (路透社)', ['林晚', '陈渡']],
    ['林晚/陈渡（路透社、法新社等）', ['林晚', '陈渡']],
    ['林晚（综合报道）', ['林晚']],
  ])('names the writers: %s', (line, names) => {
    expect(readSignOff(line)).toEqual(names);
  });

  it.each([
    '记者林晚在码头上等了一整天，也没有等到渡轮。',
    '责编：陈渡',
    '林晚说（笑）',
    '渡轮停航（路透社）了三天',
    'The End (Reuters)',
    `记者：林晚 ${'很长'.repeat(50)}`,
  ])('names nobody: %s', (line) => {
    expect(readSignOff(line)).toEqual([]);
  });

  it('may be one of several fields above the text', () => {
    const article = read(`<p>作者：林晚 来源：海港网</p>${TEXT}`);
    expect(article.authors).toEqual(['林晚']);
    expect(linesOf(article)).toHaveLength(1);
  });

  it('adds the authors to the article, and is no text', () => {
    const article = read(`${TEXT}<p>渡轮停航，没有人接到通知。</p><p>记者：林晚 责编：陈渡</p>`);
    expect(article.authors).toEqual(['林晚']);
    expect(linesOf(article).at(-1)).toBe('渡轮停航，没有人接到通知。');
  });

  it('is read in the last section too, and only at its end', () => {
    expect(read(`${TEXT}<h2>Boats</h2><p>Two.</p><p>林晚/陈渡 (路透社)</p>`).authors).toEqual(['林晚', '陈渡']);
    expect(read(`${TEXT}<p>林晚/陈渡 (路透社)</p>${TEXT}`).authors).toEqual([]);
  });
});

describe('the authors of an article', () => {
  it.each([
    ['a line above the text', '<p>By Ann Lee</p>'],
    ['a box with a name', '<div class="byline">By Ann Lee</div>'],
    ['a link to the author', '<p>By <a rel="author" href="/people/ann">Ann Lee</a></p>'],
    ['a link in a box with a name', '<div class="byline">By <a rel="author" href="/people/ann">Ann Lee</a></div>'],
    ['a link with a place', '<p>By <a rel="author" href="/people/ann">Ann Lee</a>, Port Orrin</p>'],
    ['an address', '<address>By Ann Lee</address>'],
    ['a property', '<span itemprop="author">Ann Lee</span>'],
    ['a line with a date', '<p>Ann Lee<br>3 May 2021</p>'],
    ['a list with a date', '<ul><li>By Ann Lee</li><li>3 May 2021</li></ul>'],
    ['a name with a role', '<p class="author">Ann Lee, Science editor</p>'],
  ])('are read from %s, which is no text', (_kind, html) => {
    const article = read(`<main>${html}${TEXT}</main>`);
    expect(article.authors).toEqual(['Ann Lee']);
    expect(linesOf(article)).toHaveLength(1);
  });

  it('are listed once, in reading order', () => {
    const html = `<p class="byline">By Ann Lee and Tom Ray</p>${TEXT}<h2>Boats</h2><p>By Tom Ray</p>${TEXT}<h2>Crews</h2><p>林晚 本报记者</p>${TEXT}`;
    const article = read(html);
    expect(article.authors).toEqual(['Ann Lee', 'Tom Ray', '林晚']);
    expect(article.sections.slice(1).map(({ authors }) => authors)).toEqual([['Tom Ray'], ['林晚']]);
  });

  it('are read from a box after the text, which stays', () => {
    const article = read(`${TEXT}<div>It was fog.<div class="byline">By Ann Lee</div></div>`);
    expect(article.authors).toEqual(['Ann Lee']);
    expect(linesOf(article).at(-1)).toBe('It was fog.');
  });

  it('are read from a line between two others', () => {
    const html = '<div>One.<br>By <a rel="author" href="/ann">Ann Lee</a><br>Two.</div>';
    expect(read(TEXT + html).authors).toEqual(['Ann Lee']);
    expect(linesOf(read(TEXT + html)).slice(1)).toEqual(['One.', 'Two.']);
  });

  it('are read from several links in a line', () => {
    const html = '<p>By <a rel="author" href="/ann">Ann Lee</a> and <a rel="author" href="/tom">Tom Ray</a></p>';
    expect(read(html + TEXT).authors).toEqual(['Ann Lee', 'Tom Ray']);
    expect(linesOf(read(html + TEXT))).toHaveLength(1);
  });

  it.each([
    'The book by <span itemprop="author">Ann Lee</span> sold well.',
    '<a rel="author" href="/people/ann">Ann Lee</a> is a writer in Port Orrin.',
    '<span class="author">林晚</span>是本报记者，住在海城。',
  ])('are not read from a sentence with a name: %s', (html) => {
    const article = read(`${TEXT}<p>${html}</p>`);
    expect(linesOf(article).at(-1)).toBe(html.replace(/<[^>]*>/g, ''));
    expect(article.authors).toEqual([]);
  });

  it('are none if none is named', () => {
    expect(read(TEXT).authors).toEqual([]);
  });

  it('are not read from a sentence in a byline element', () => {
    const bio = 'Ann Lee is a writer who lives by the sea and keeps boats.';
    const article = read(`<div class="author">${bio}</div>${TEXT}`);
    expect(article.authors).toEqual([]);
    expect(linesOf(article)).toContain(bio);
  });

  it('are not read from a long text in a byline element', () => {
    const html = `<div class="author">${TEXT}</div>${TEXT}${TEXT}${TEXT}`;
    expect(read(html).authors).toEqual([]);
    expect(linesOf(read(html))).toHaveLength(4);
  });
});
