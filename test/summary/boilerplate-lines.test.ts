import { describe, expect, it } from 'vitest';
import { isBoilerplateLine, isPublicationNote } from '../../src/summary/boilerplate-lines.ts';

describe('isBoilerplateLine', () => {
  it.each([
    'Posted by Ada Lind, Tom Oke on 2019-05-02, all posts',
    'Von Ada Lind',
    'Updated',
    'Quelle: Hafenblatt',
    'Fuente: El Puerto',
    'Источник: Портовая газета',
    'Read more: the bridge that never opened',
    'Sign up for our harbour letter.',
    '[Home] [Harbour|Bay] [Contact]',
    'Ada Lind is a staff writer at the Harbour Post who writes about ice.',
    'Contact Ada Lind at ada@example.org',
    'For the film, see Old Lighthouse (film).',
    'This article is about the tower. For the band, see Lighthouse (band).',
    'Not to be confused with the Lighthouse of Dale.',
    '“The Light” redirects here.',
    'Main article: History of the harbour',
    '关于同名电影，请见灯塔（电影）。',
    'Dieser Artikel behandelt den Turm. Zum Film siehe Leuchtturm (Film).',
  ])('knows %s', (line) => {
    expect(isBoilerplateLine(line)).toBe(true);
  });

  it.each([
    'Written by Ada Lind in a winter, the book tells of the ice.',
    'Ada Lind is a writer from the islands.',
    'Posted by the pier, the sign warned of thin ice.',
    'The harbour opens in May.',
    'For the film, nobody had to see the sea.',
    '关于灯塔，市长昨天说了三句话。',
  ])('leaves %s', (line) => {
    expect(isBoilerplateLine(line)).toBe(false);
  });
});

describe('isPublicationNote', () => {
  it('recognises a note where the article was first published', () => {
    expect(isPublicationNote('This article first appeared in the Harbour Post. The issue is sold out.')).toBe(true);
    expect(isPublicationNote('Dieser Beitrag stammt aus Heft 5. Das Heft ist vergriffen.')).toBe(true);
    expect(isPublicationNote('This article of the treaty forbids new piers.')).toBe(false);
  });
});
