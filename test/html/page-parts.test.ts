import { describe, expect, it } from 'vitest';
import { outlineOf } from '../fixtures/outline.ts';
import { read } from '../fixtures/snapshot.ts';

const LEAD =
  'Nobody on the pier had been told that the ferry would stop at noon, not even the crew of the ferry, which was asleep.';
const LAST = 'It sails again.';

function page(html: string): ReturnType<typeof read> {
  return read(`<main>${html}<p>${LAST}</p></main>`);
}

describe('a name below its label', () => {
  it.each([
    ['News provided by', '<strong>Harbour Office</strong>', ['Harbour Office']],
    ['By', 'Ann Lee', ['Ann Lee']],
    ['Published by:', '<a href="/o">Harbour Office</a>', ['Harbour Office']],
    ['Von', 'Anna Lindner', ['Anna Lindner']],
    ['作者：', '林晚', ['林晚']],
  ])('is an author: %s', (label, name, authors) => {
    const article = page(`<p>${label}</p><p>${name}</p><p>${LEAD}</p>`);
    expect([article.authors, outlineOf(article)]).toEqual([authors, [LEAD, LAST]]);
  });

  it('is text below any other line', () => {
    expect(outlineOf(page(`<p>The harbour</p><p>Ann Lee</p><p>${LEAD}</p>`))).toContain('Ann Lee');
  });
});

describe('when somebody wrote a part of a page', () => {
  it.each(['asked 3 years ago', 'answered 3y ago', 'Edited 5 hours ago', 'Posted May 3, 2021', 'respondida 3/05/2021'])(
    'is no text: %s',
    (line) => {
      expect(outlineOf(page(`<p>${LEAD}</p><div>${line}</div>`))).toEqual([LEAD, LAST]);
    },
  );

  it.each(['Asked 3 years ago, the harbour office said no.', 'Answered 12 of 30 letters'])(
    'is text if it says more: %s',
    (line) => {
      expect(outlineOf(page(`<p>${LEAD}</p><div>${line}</div>`))).toEqual([LEAD, line, LAST]);
    },
  );
});

describe('the footer of a newsletter', () => {
  const unsubscribe = (words: string) => `<a href="https://list.example/u?id=1">${words}</a>`;
  it.each([
    [
      'with the address of the sender',
      `<table><tr><td><em>Copyright © 2021 Harbour</em><br><br>3 Pier Road, Bergen<br><br>You can ${unsubscribe('unsubscribe from this list')} here.</td></tr></table>`,
    ],
    ['in a line', `<p>No longer interested? ${unsubscribe('Unsubscribe')}</p>`],
    ['in German', `<div>Hafenstraße 3, Bergen<br>${unsubscribe('Newsletter abbestellen')}</div>`],
    ['in French', `<div>3 rue du Port<br>${unsubscribe('Se désabonner')}</div>`],
    ['in Spanish', `<div>Calle del Puerto 3<br>${unsubscribe('Darse de baja')}</div>`],
    ['in Chinese', `<div>港口路三号<br>${unsubscribe('退订')}</div>`],
  ])('is no text: %s', (_kind, html) => {
    const article = page(`<p>${LEAD}</p>${html}`);
    expect([outlineOf(article), article.sections[0]?.links]).toEqual([[LEAD, LAST], []]);
  });

  it('is none without the link', () => {
    const line = 'Readers can unsubscribe from this list.';
    expect(outlineOf(page(`<p>${LEAD}</p><p>${line}</p>`))).toEqual([LEAD, line, LAST]);
  });

  it('is below all text', () => {
    const line = `<p>To leave the list, ${unsubscribe('unsubscribe')} by mail.</p>`;
    expect(outlineOf(page(`${line}<p>${LEAD}</p>`))).toEqual(['To leave the list, unsubscribe by mail.', LEAD, LAST]);
    expect(outlineOf(read(`<main>${line}<p>It takes a day.</p></main>`))).toHaveLength(2);
  });

  it('is no more than its box', () => {
    const letter = `<div><p>${LEAD}</p><p>${'The boats lie in the mud. '.repeat(20)}</p>${unsubscribe('Unsubscribe')}</div>`;
    expect(outlineOf(page(letter))[0]).toBe(LEAD);
  });

  it('may be announced by a link to the page', () => {
    expect(outlineOf(page(`<p>View this email in your browser</p><p>${LEAD}</p>`))).toEqual([LEAD, LAST]);
  });
});

describe('the title behind its column', () => {
  it.each(['Traffic : The harbour at night', 'Traffic in the north – The harbour at night'])(
    'is no text: %s',
    (title) => {
      expect(outlineOf(page(`<h2>${title}</h2><p>${LEAD}</p>`))).toEqual([LEAD, LAST]);
    },
  );

  it('is a heading if it is a sentence of its own', () => {
    const title = 'Why so many of the people who work by the sea are afraid of the harbour at night';
    expect(outlineOf(page(`<p>${LEAD}</p><h2>${title}</h2>`))).toEqual([LEAD, `# ${title}`, LAST]);
  });
});

describe('a box about the author', () => {
  it.each(['About the author', 'Sobre el autor', 'Über die Autorin', 'À propos de l’auteur', '关于作者'])(
    'has a heading that is no name: %s',
    (heading) => {
      const box = `<div class="author-panel"><h4 class="author-heading">${heading}</h4><a rel="author" href="/a/1">Ann Lee</a><a class="author-all" href="/a/1">View all posts</a></div>`;
      expect(page(`<p>The ferry sails.</p>${box}`).authors).toEqual(['Ann Lee']);
    },
  );

  it('may have a small portrait, which is no picture of the article', () => {
    const entry =
      '<div class="entry-contributor"><img src="/p/ann.png" width="48" height="48" alt="Ann Lee"><b>Ann Lee</b></div>';
    expect(page(`${entry}<p>${LEAD}</p>`).sections[0]?.images).toEqual([]);
  });
});

describe('a box beside the text of a blog or a wiki', () => {
  it.each([
    [
      'a licence',
      '<div class="post-copyright"><ul><li>本文作者：林晚</li><li>版权声明：转载请注明出处！</li></ul></div>',
    ],
    ['a licence in English', '<div class="article-licensing"><p>Licensed under CC BY 4.0.</p></div>'],
    [
      'a warning of Wikipedia',
      '<table class="ambox metadata"><tr><td>This article needs more sources.</td></tr></table>',
    ],
    ['a request below a recipe', '<p>Tried this recipe? Let us know how it was!</p>'],
    ['a request to cooks', '<p>Made it? Tag @harbour and rate it below.</p>'],
  ])('is no text: %s', (_kind, html) => {
    expect(outlineOf(page(`<p>${LEAD}</p>${html}`))).toEqual([LEAD, LAST]);
  });

  it('names the author', () => {
    expect(page(`<p>${LEAD}</p><div class="author">本文作者： 林晚</div>`).authors).toEqual(['林晚']);
  });
});
