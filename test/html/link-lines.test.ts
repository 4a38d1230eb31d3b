import { describe, expect, it } from 'vitest';
import { outlineOf } from '../fixtures/outline.ts';
import { read } from '../fixtures/snapshot.ts';

const TEXT = 'The ferry sank on Monday.';
const link = (text: string) => `<a href="https://example.org/list">${text}</a>`;

describe('a line that only points at a link', () => {
  it.each([
    ['For the full list of harbours, click ', 'here', '.', 'For the full list of harbours, click'],
    ['The statement of the port: ', 'here', '', 'The statement of the port'],
    ['参看详情，请点选港务局网站：', 'here', '', '参看详情，请点选港务局网站'],
    ['公告原文请点选(', '这里', ')', undefined],
    ['请点选港务局网站(', 'here', ')', '请点选港务局网站'],
    ['Mehr zum Hafen ', 'hier', '.', 'Mehr zum Hafen'],
    ['', 'here', '', 'here'],
  ])('is a link with the words in front of it: %s%s%s', (...line) => {
    const [before, pointer, after, text] = line;
    const article = read(`<p>${TEXT}</p><p>${before}${link(pointer)}${after}</p>`);
    expect(outlineOf(article)).toEqual([TEXT]);
    expect(article.sections[0]?.links.map((found) => found.text)).toEqual([text ?? before.replace('(', '')]);
  });

  it.each([
    ['The ferry stops ', 'here', '.'],
    ['She was born in 1961. Read it ', 'here', ''],
    ['See the map ', 'here', ' and the timetable.'],
    ['For the full list, see ', 'the list of harbours', '.'],
  ])('is text if it says more: %s%s%s', (before, pointer, after) => {
    const line = `${before}${pointer}${after}`;
    expect(outlineOf(read(`<p>${TEXT}</p><p>${before}${link(pointer)}${after}</p>`))).toEqual([TEXT, line]);
  });
});

describe('a line of a label and an address', () => {
  const address = 'https://news.example/2021/ferry?id=3';
  const anchor = `<a href="${address}">${address}</a>`;
  it.each([
    ['Source', `Source: ${address}`],
    ['Source', `Source: ${anchor}`],
    ['Full report', `Full report: ${anchor}.`],
    ['原文链接', `原文链接：${address}`],
    ['Quelle', `<em>Quelle:</em> ${anchor}`],
  ])('is a link with the label: %s', (text, line) => {
    const article = read(`<p>${TEXT}</p><p>${line}</p><p>It lies in the mud.</p>`);
    expect(outlineOf(article)).toEqual([TEXT, 'It lies in the mud.']);
    expect(article.sections[0]?.links).toEqual([{ url: address, text, role: 'inline' }]);
  });

  it('may lack the scheme', () => {
    const article = read(`<p>${TEXT}</p><p>Website: www.example.org</p><p>It lies in the mud.</p>`);
    expect(article.sections[0]?.links).toEqual([{ url: 'https://www.example.org/', text: 'Website', role: 'inline' }]);
  });

  it.each([
    `<p>1. Ann Lee, Boats of the north: ${address}</p>`,
    `<p>The list of all boats of the north is at ${address}</p>`,
    `<pre>source: ${address}</pre>`,
    '<p>E-mail: office@example.org</p>',
  ])('is text if it says more: %s', (html) => {
    expect(outlineOf(read(`<p>${TEXT}</p>${html}<p>It lies in the mud.</p>`))).toHaveLength(3);
  });
});
