import { describe, expect, it } from 'vitest';
import { webSettings } from '../../../adapters/web/settings.ts';

const TOKEN = '0123456789abcdef';

it('is for this machine only by default', () => {
  const access = { isPublic: false, origin: undefined, token: undefined };
  expect(webSettings.read({})).toEqual({ value: { port: 8642, host: '127.0.0.1', access } });
});

it('lets others in if it is public', () => {
  const env = { WEB_PUBLIC: 'yes', WEB_HOST: '0.0.0.0', WEB_ADDRESS: 'https://News.example.org/x', WEB_TOKEN: TOKEN };
  const access = { isPublic: true, origin: 'https://news.example.org', token: TOKEN };
  expect(webSettings.read(env)).toEqual({ value: { port: 8642, host: '0.0.0.0', access } });
});

describe('refuses', () => {
  it.each([
    [{ WEB_HOST: '0.0.0.0' }, /^WEB_HOST lets other machines in, which needs WEB_PUBLIC=yes/],
    [{ WEB_HOST: 'a b', WEB_PUBLIC: 'yes' }, /^WEB_HOST is not an address/],
    [{ WEB_PUBLIC: 'true' }, /^WEB_PUBLIC is neither yes nor no/],
    [{ WEB_ADDRESS: 'news.example.org' }, /^WEB_ADDRESS is not an http\(s\) address/],
    [{ WEB_TOKEN: 'secret' }, /^WEB_TOKEN is too short to be safe/],
    [{ WEB_TOKEN: `${TOKEN} x` }, /^WEB_TOKEN may have only/],
    [{ WEB_PORT: '99999' }, /^WEB_PORT is not a port/],
  ])('%j', (env, problem) => {
    const read = webSettings.read(env);
    expect('problems' in read && read.problems.join('\n')).toMatch(problem);
    expect(JSON.stringify(read)).not.toContain('secret');
  });
});
