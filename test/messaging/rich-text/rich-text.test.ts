import { describe, expect, it } from 'vitest';
import { actionRuns, linkRun, run } from '../../../src/messaging/rich-text/rich-text.ts';
import { isDottedHost, parseWebAddress } from '../../../src/messaging/web-address.ts';

const URL_A = 'https://example.org/a';

describe('a link', () => {
  it.each([
    ['A page', { ...run('A page'), href: URL_A }],
    [' ', { ...run(URL_A), href: URL_A }],
  ])('has its text or address: %j', (text, expected) => {
    expect(linkRun(text, URL_A, () => true)).toEqual(expected);
  });

  it.each([
    ['A page', `A page (${URL_A})`],
    ['', URL_A],
    [URL_A, URL_A],
  ])('is text with its address once if the address is not supported: %j', (text, expected) => {
    expect(linkRun(text, URL_A, () => false)).toEqual(run(expected));
  });
});

describe('an action as text', () => {
  it('has its label and its command or address', () => {
    const link = (text: string, url: string) => [linkRun(text, url, () => true)];
    expect(actionRuns({ label: 'Find', role: 'open', command: '/search x' }, link)).toEqual([
      run('Find: '),
      run('/search x', 'code'),
    ]);
    expect(actionRuns({ label: 'Site', role: 'open', url: URL_A }, link)).toEqual([{ ...run('Site'), href: URL_A }]);
  });
});

describe('a web address', () => {
  it.each([
    [URL_A, true],
    ['HTTP://EXAMPLE.org', true],
    ['https://[::1]/', true],
    ['https://localhost/', false],
    ['ftp://example.org/', false],
    ['javascript:alert(1)', false],
    ['no address', false],
  ])('%s has a dotted host: %s', (url, expected) => {
    const parsed = parseWebAddress(url);
    expect(parsed !== undefined && isDottedHost(parsed.hostname)).toBe(expected);
  });
});
