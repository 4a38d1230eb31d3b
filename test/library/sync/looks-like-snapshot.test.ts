import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLikeSnapshot } from '../../../src/library/sync/looks-like-snapshot.ts';

const looks = (text: string) => looksLikeSnapshot(new TextEncoder().encode(text));

describe('a file among others', () => {
  it.each([
    ['with a stamp', '<!--1636971186000-->\n[t](https://example.org/)\n------\n\n<p>x</p>'],
    ['with an unreadable stamp', '<!--NaN-->\n[t](https://example.org/)\n------\n'],
    ['with a byte-order mark', '\ufeff<!--1636971186000-->\r\n[t](https://example.org/)\r\n------\r\n'],
    ['with a linked title above a rule', '\n[灯塔](https://example.org/a)\n---------\n2021-01-01\n\n<p>x</p>'],
    ['whose title has a line break', '[one\ntwo](https://example.org/)\n\n---\n'],
    ['that is broken below its stamp', '<!--1636971186000-->\nno address\n'],
    ['that is broken below its title', '[t](ftp://example.org/)\n-----\n'],
  ])('%s is a snapshot', (_name, text) => {
    expect(looks(text)).toBe(true);
  });

  it.each([
    ['that is a readme file', '# News\n\nA mirror of [news](https://example.org/).\n\n---\n'],
    ['that begins with badges', '[![build](https://example.org/b.svg)](https://example.org/ci) News\n\n# Install\n'],
    ['that lists links', '[one](https://example.org/1)\n[two](https://example.org/2)\n'],
    ['that is a page', '<!DOCTYPE html><html><body><p>x</p></body></html>'],
    ['that begins with a comment', '<!-- generated, do not edit -->\n# List\n'],
    ['that is empty', ''],
    ['that is a licence', 'MIT License\n\nCopyright (c) 2024\n'],
  ])('%s is none', (_name, text) => {
    expect(looks(text)).toBe(false);
  });

  it('is judged for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => typeof looksLikeSnapshot(bytes) === 'boolean'),
    );
  });

  it('is judged by its start, however long it is', () => {
    expect(looks(`[${'x'.repeat(20_000_000)}](https://example.org/)\n---\n`)).toBe(false);
    expect(looks(`<!--${' '.repeat(20_000_000)}`)).toBe(false);
  });
});
