import { expect, it } from 'vitest';
import { proxySettings } from '../../../adapters/shared/proxy.ts';

const url = 'http://proxy.example:3128';

it.each([
  [{}, undefined],
  [{ NO_PROXY: 'localhost' }, undefined],
  [{ HTTPS_PROXY: url }, { HTTPS_PROXY: url }],
  [{ https_proxy: url, HTTPS_PROXY: 'http://other.example' }, { HTTPS_PROXY: url }],
  [
    { HTTP_PROXY: 'proxy.example:3128', no_proxy: 'localhost' },
    { HTTP_PROXY: url, NO_PROXY: 'localhost' },
  ],
])('reads %j', (env, value) => {
  expect(proxySettings.read(env)).toEqual({ value });
});

it('refuses an address of another kind, without its password', () => {
  const found = proxySettings.read({ HTTPS_PROXY: 'socks5://me:secret@proxy.example' });
  expect(found).toEqual({
    problems: ['HTTPS_PROXY is not the address of an HTTP proxy, such as http://proxy.example:3128.'],
  });
});
