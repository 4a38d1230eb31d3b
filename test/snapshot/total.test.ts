import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { parseSnapshot } from '../../src/snapshot/parse.ts';
import { linesOf } from '../fixtures/lines.ts';
import { markedArbitrary } from '../fixtures/markup.ts';
import { findModelErrors } from '../fixtures/model-errors.ts';
import { read, snapshot } from '../fixtures/snapshot.ts';

const PARSE_RUNS = fileURLToPath(new URL('../fixtures/processes/parse-runs.ts', import.meta.url));

describe('any tree of markup', () => {
  it('keeps each visible word once, and no invisible one', () => {
    fc.assert(
      fc.property(markedArbitrary, ({ html, seen, unseen }) => {
        const article = read(html);
        const said = wordsOf(article);
        expect(said.toSorted()).toEqual(seen.toSorted());
        expect(unseen.filter((word) => said.includes(word))).toEqual([]);
        expect(findModelErrors(article)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

/** Everything that the article says, each thing once: links in the text are text already. */
function wordsOf(article: Article): string[] {
  const { sections, authors } = article;
  const said = sections.flatMap(({ title, images, links, media }) => [
    title,
    ...images.flatMap(({ caption, credit }) => [caption, credit]),
    ...links.filter(({ role }) => role === 'related').map(({ text }) => text),
    ...media.map(({ caption }) => caption),
  ]);
  return [...said, ...linesOf(article), ...authors].join(' ').match(/q[a-p]+z/g) ?? [];
}

/** Refused, or an article without a flaw; anything thrown fails the test. */
function expectSound(bytes: Uint8Array): void {
  const result = parseSnapshot(bytes);
  if (!result.ok) {
    expect(result.error.message).toMatch(/\.$/);
    return;
  }
  expect(findModelErrors(result.article)).toEqual([]);
}

const SAMPLES = [
  'harbour-news/tide-notebooks',
  'island-notes/clock-mender',
  'oasis-news/truck-library',
  'valley-review/night-bus',
].map((path) => readFileSync(new URL(`../../data/snapshots/${path}.md`, import.meta.url), 'utf8'));

type Mutation = (text: string) => string;

/** A place in a text of any length, from 0 to 1. */
const place = fc.double({ min: 0, max: 1, noNaN: true });
const two = fc.tuple(place, place).map((places) => places.toSorted((one, other) => one - other) as [number, number]);

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  two.map(
    ([from, to]) =>
      (text: string) =>
        pick(text, 0, from) + pick(text, to, 1),
  ),
  two.map(
    ([from, to]) =>
      (text: string) =>
        pick(text, 0, to) + pick(text, from, 1),
  ),
  fc.tuple(fc.constantFrom(...SAMPLES), two, place).map(
    ([other, [from, to], at]) =>
      (text: string) =>
        pick(text, 0, at) + pick(other, from, to) + pick(text, at, 1),
  ),
  fc.tuple(fc.constantFrom(' ', '<', '>', '"', '</', '\n', '&', '='), place).map(([sign, at]) => (text: string) => {
    const found = text.indexOf(sign, Math.floor(text.length * at));
    return found < 0 ? text : text.slice(0, found) + text.slice(found + sign.length);
  }),
  fc
    .tuple(
      fc.constantFrom(
        '<',
        '<!--',
        '-->',
        '<p',
        '</div>',
        '<a href="',
        "'",
        '<br>',
        '<table>',
        '<script>',
        '\0',
        '&#xd800;',
        '\u202e',
      ),
      place,
    )
    .map(
      ([sign, at]) =>
        (text: string) =>
          pick(text, 0, at) + sign + pick(text, at, 1),
    ),
  fc.constantFrom<Mutation>(
    (text) => text.replace(/<(\w+) /g, '<$1'),
    (text) => text.replace(/<\/[a-z0-9]+>/g, ''),
    (text) => text.replace(/"/g, ''),
    (text) => text.toUpperCase(),
    (text) => text.replace(/<p>/g, '<pre>'),
    (text) => text.replace(/<(?:p|div|section)\b/g, '<li'),
    (text) => text.replace(/<(?:p|div)\b/g, '<td'),
    (text) => text.replace(/https?:/g, 'javascript:'),
  ),
);

function pick(text: string, from: number, to: number): string {
  return text.slice(Math.floor(text.length * from), Math.floor(text.length * to));
}

describe('any bytes', () => {
  it('are refused or parsed, without throwing', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), expectSound));
  });

  it('are parsed as text after a valid header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => expectSound(snapshot(text.toWellFormed()))),
    );
  });

  it('are parsed if they look like markup', () => {
    const pieces = fc.constantFrom(
      ...[
        '<',
        '>',
        '</',
        '/>',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        '<?',
        '"',
        "'",
        '=',
        ' ',
        '\n',
        '&',
        '&#0;',
        '&#xdfff;',
      ],
      ...['p', 'div', 'a', 'href', 'img', 'src', 'srcset', 'h2', 'b', 'br', 'li', 'ul', 'td', 'table', 'pre', 'figure'],
      ...[
        'video',
        'iframe',
        'noscript',
        'picture',
        'source',
        'time',
        'datetime',
        'class',
        'author',
        '/a.jpg',
        '1x,',
        '水。',
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 120 }), (text) => expectSound(snapshot(text.join('')))),
      { numRuns: 1000 },
    );
  });

  it('are parsed if they are a mutated page', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SAMPLES),
        fc.array(mutation, { minLength: 1, maxLength: 6 }),
        (text, mutations) => {
          const mutated = mutations.reduce((before, mutate) => mutate(before), text);
          expectSound(new TextEncoder().encode(mutated.slice(0, 100_000)));
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('nested elements', () => {
  const DEEP = 50_000;

  it.each([
    'div',
    'span',
    'b',
    'a href="/x"',
    'blockquote',
    'section',
    'font',
    'em',
    'article',
    'center',
    'q',
    'figure',
    'pre',
    'ul><li',
    'ol',
    'table><tr><td',
    'dl><dd',
    'h2',
    'noscript',
    'ruby',
    'details',
    'small',
    'span class="author"',
  ])('keep their text, 50,000 deep: <%s>', (tag) => {
    const ends = tag
      .split('><')
      .toReversed()
      .map((name) => `</${name.split(' ')[0]}>`)
      .join('');
    const before = '<p>Nobody on the pier had been told.</p>';
    for (const after of ['', ends.repeat(DEEP)]) {
      const article = read(`${before}${`<${tag}>`.repeat(DEEP)}It was fog.${after}`);
      expect(findModelErrors(article)).toEqual([]);
      if (tag !== 'noscript') expect(JSON.stringify(article).match(/It was fog\./g)?.length).toBeGreaterThan(0);
    }
  });

  it('keep their text in any order, ended or not', () => {
    const tags = fc.constantFrom(
      ...['div', 'p', 'b', 'ul', 'li', 'table', 'tr', 'td', 'a', 'figure', 'blockquote', 'h3', 'span'],
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(tags, fc.boolean()), { minLength: 1, maxLength: 12 }), (path) => {
        const opened = path.map(([tag, isEnd]) => `<${isEnd ? '/' : ''}${tag}>`).join('');
        const html = `<p>Nobody on the pier had been told.</p>${opened.repeat(Math.floor(DEEP / path.length))}It was fog.`;
        const article = read(html);
        expect(findModelErrors(article)).toEqual([]);
        expect(JSON.stringify(article.sections)).toContain('It was fog.');
      }),
      { numRuns: 12 },
    );
  });

  it('keep the text beside a run of marks as long as a file, however much memory patterns take', async () => {
    // So are patterns compiled in a process with many of them.
    const flags = ['--no-regexp-optimization', '--no-regexp-tier-up'];
    const { stdout } = await promisify(execFile)(process.execPath, [...flags, PARSE_RUNS]);
    expect(stdout.trim().split('\n')).toEqual(['true', 'true', 'true', 'true']);
  });

  it('keep their text as siblings, as many', () => {
    for (const piece of [
      '<p>Fog.</p>',
      '<br>',
      '<li>Fog.',
      '<td>Fog.',
      '<a href="/fog">Fog</a> ',
      '<img src="/fog.jpg">',
      '<b>x',
    ]) {
      expect(findModelErrors(read(`<p>Nobody.</p>${piece.repeat(DEEP)}`))).toEqual([]);
    }
  });
});
