import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRemote } from '../../../adapters/mirrors/remote.ts';

describe('an entry of MIRRORS', () => {
  it.each([
    ['https://github.com/duty-machine/news.git', 'github.com-duty-machine-news'],
    ['https://github.com/duty-machine/news', 'github.com-duty-machine-news'],
    ['ssh://git@git.example.org:2222/press/news.git', 'git.example.org-2222-press-news'],
    ['git@github.com:duty-machine/news.git', 'github.com-duty-machine-news'],
    ['https://github.com/duty-machine/news.git#articles/BBC', 'github.com-duty-machine-news-articles-BBC'],
    ['file:///srv/news.git', 'srv-news'],
  ])('%s is a repository', (entry, slug) => {
    expect(parseRemote(entry)?.name).toMatch(RegExp(`^${slug}-[0-9a-f]{8}$`));
  });

  it.each([
    '-u',
    '--upload-pack=touch /tmp/x',
    'ext::sh -c touch% /tmp/x',
    'http://github.com/duty-machine/news.git',
    'git://github.com/duty-machine/news.git',
    'ftp://example.org/news.git',
    'ssh://-oProxyCommand=x/news.git',
    '-oProxyCommand=x:news.git',
    'git@-oProxyCommand=x:news.git',
    'https://github.com/',
    'https:///news.git',
    'file://elsewhere/news.git',
    '/srv/news.git',
    '../news.git',
    'news',
    '',
    'https://example.org/a b.git',
    'https://example.org/a.git\n',
    'https://example.org/a.git#../b',
    'https://example.org/a.git#/b',
    'https://example.org/a.git#a/.git',
    'https://example.org/a.git#--stdin',
    'https://example.org/a.git#',
    'C:\\news',
  ])('%j is none', (entry) => {
    expect(parseRemote(entry)).toBeUndefined();
  });

  it('has the same name with another password or spelling, and another for another folder', () => {
    const name = (entry: string) => parseRemote(entry)?.name;
    const known = name('https://github.com/duty-machine/news.git');
    expect(name('https://me:secret@github.com/duty-machine/news.git')).toBe(known);
    expect(name('https://github.com/duty-machine/news/')).toBe(known);
    expect(name('https://github.com/duty-machine/news.git#articles')).not.toBe(known);
    expect(name('https://github.com/duty-machine/news2.git')).not.toBe(known);
  });

  it('shows no password', () => {
    const remote = parseRemote('https://me:secret@github.com/duty-machine/news.git#articles');
    expect(remote).toMatchObject({ label: 'https://[password]@github.com/duty-machine/news.git#articles' });
    expect(remote?.name).not.toContain('secret');
    expect(remote?.url).toContain('secret');
  });

  it('never names a folder outside of that of all mirrors', () => {
    const path = fc.stringMatching(/^[a-z./~-]{1,90}$/);
    fc.assert(
      fc.property(path, (text) => {
        const name = parseRemote(`https://example.org/${text}`)?.name ?? 'a';
        expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9.-]*$/);
        expect(name.length).toBeLessThan(80);
      }),
    );
  });

  it('is read or refused, whatever it is', () => {
    fc.assert(fc.property(fc.string(), (text) => ['object', 'undefined'].includes(typeof parseRemote(text))));
  });
});
