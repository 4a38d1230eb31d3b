import { describe, expect, it } from 'vitest';
import { mirrorsSettings } from '../../../adapters/mirrors/settings.ts';

const read = (env: Record<string, string>) => mirrorsSettings.read(env);
const problems = (env: Record<string, string>) => {
  const found = read(env);
  return 'problems' in found ? found.problems : [];
};
const value = (env: Record<string, string>) => {
  const found = read(env);
  if ('problems' in found) throw new Error(found.problems.join('\n'));
  return found.value;
};

describe('the settings of the mirrors', () => {
  it('are none by default, every 15 minutes', () => {
    expect(value({})).toEqual({ remotes: [], everyMs: 900_000, environment: {} });
  });

  it('list each repository once', () => {
    const { remotes } = value({
      MIRRORS: 'https://example.org/a.git, https://example.org/b.git,,https://example.org/a',
    });
    expect(remotes.map(({ label }) => label)).toEqual(['https://example.org/a', 'https://example.org/b.git']);
  });

  it.each([
    ['10s', 10_000],
    ['90 S', 90_000],
    ['15m', 900_000],
    ['2h', 7_200_000],
    ['1d', 86_400_000],
  ])('take %s as an interval', (typed, ms) => {
    expect(value({ MIRRORS_EVERY: typed }).everyMs).toBe(ms);
  });

  it.each(['9s', '0m', '15', 'often', '-5m', '1.5h', '400d'])('refuse %s as an interval', (typed) => {
    expect(problems({ MIRRORS_EVERY: typed })).toEqual([expect.stringMatching(/^MIRRORS_EVERY .*15m\.$/)]);
  });

  it('say which entry is wrong, without its password', () => {
    const [line] = problems({ MIRRORS: 'https://example.org/a.git,ftp://me:secret@example.org/b.git' });
    expect(line).toContain('MIRRORS is not a list of Git repositories at entry 2.');
    expect(line).not.toContain('secret');
  });

  it('allow a repository on this machine only if FETCH_ALLOW does', () => {
    const MIRRORS = 'file:///srv/news.git';
    expect(problems({ MIRRORS })).toEqual(['MIRRORS names a file: address. Add file: to FETCH_ALLOW to allow that.']);
    expect(problems({ MIRRORS, FETCH_ALLOW: 'a.example:80, file:' })).toEqual([]);
  });

  it('pass git what it needs, and none of our secrets', () => {
    const env = {
      PATH: '/bin',
      HOME: '/home/me',
      https_proxy: 'http://proxy:3128',
      TELEGRAM_TOKEN: '1:a',
      GIT_DIR: '/',
    };
    expect(value(env).environment).toEqual({ PATH: '/bin', HOME: '/home/me', https_proxy: 'http://proxy:3128' });
  });
});
