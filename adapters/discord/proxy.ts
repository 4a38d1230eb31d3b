import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { RESTOptions } from 'discord.js';
import { EnvHttpProxyAgent } from 'undici';
import type { ProxySettings } from '../shared/proxy.ts';
import type { Agents } from './gateway/lend-agents.ts';

/** Sends the requests of discord.js through the proxies; nothing without one. */
export function restThrough(proxy: ProxySettings | undefined): Partial<Pick<RESTOptions, 'agent'>> {
  if (proxy === undefined) return {};
  const { HTTP_PROXY, HTTPS_PROXY, NO_PROXY } = proxy;
  const agent = new EnvHttpProxyAgent({
    httpProxy: HTTP_PROXY ?? '',
    httpsProxy: HTTPS_PROXY ?? '',
    noProxy: NO_PROXY ?? '',
  });
  // discord.js has an older undici of its own, whose requests the newer one understands.
  return { agent: agent as unknown as NonNullable<RESTOptions['agent']> };
}

/** Agents for the connections of discord.js to the gateway; undefined without a proxy. */
export function agentsThrough(proxy: ProxySettings | undefined): Agents | undefined {
  if (proxy === undefined) return undefined;
  const proxyEnv = { ...proxy };
  return { http: new HttpAgent({ proxyEnv }), https: new HttpsAgent({ proxyEnv }) };
}
