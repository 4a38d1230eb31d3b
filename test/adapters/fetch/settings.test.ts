import { describe, expect, it } from 'vitest';
import { fetchSettings } from '../../../adapters/fetch/settings.ts';

const read = (env: Readonly<Record<string, string>>) => fetchSettings.read(env);

describe('the settings of fetching', () => {
  it('allow nothing internal, and name nobody, by default', () => {
    expect(read({})).toEqual({ value: { allowed: new Set(), allowsFiles: false, contact: undefined } });
  });

  it('read a list of hosts with their ports, and file:', () => {
    const FETCH_ALLOW = 'Intranet.example:8080, 10.0.0.5:80,[::1]:3000,file:';
    expect(read({ FETCH_ALLOW, CONTACT: 'me@example.org' })).toEqual({
      value: {
        allowed: new Set(['intranet.example:8080', '10.0.0.5:80', '[::1]:3000']),
        allowsFiles: true,
        contact: 'me@example.org',
      },
    });
  });

  it.each([
    ['FETCH_ALLOW', 'localhost'],
    ['FETCH_ALLOW', 'http://localhost:80'],
    ['FETCH_ALLOW', 'a:80,,b:80'],
    ['FETCH_ALLOW', '*:80'],
    ['CONTACT', 'me'],
    ['CONTACT', 'me@example.org\r\nX-Evil: 1'],
  ])('refuse %s=%j', (name, value) => {
    expect(read({ [name]: value })).toEqual({ problems: [expect.stringMatching(`^${name} is not`) as string] });
  });
});
