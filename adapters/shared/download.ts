import { Agent as HttpAgent, get as httpGet } from 'node:http';
import { Agent as HttpsAgent, get as httpsGet } from 'node:https';
import type { FileFailure } from '../../src/chat/attached-file.ts';
import type { ProxySettings } from './proxy.ts';

interface DownloadOptions {
  maxBytes: number;
  timeoutMs?: number;
  proxy?: ProxySettings | undefined;
}

const TIMEOUT_MS = 8000;

/** Downloads a small text file from a platform. Follows no redirect, and never rejects: the address may hold a token. */
export async function download(
  url: string,
  { maxBytes, timeoutMs = TIMEOUT_MS, proxy }: DownloadOptions,
): Promise<{ text: string } | { failure: FileFailure }> {
  const protocol = URL.parse(url)?.protocol;
  if (protocol !== 'https:' && protocol !== 'http:') return { failure: 'unreachable' };
  const isSecure = protocol === 'https:';
  const agent = new (isSecure ? HttpsAgent : HttpAgent)(proxy === undefined ? {} : { proxyEnv: { ...proxy } });
  const { promise, resolve } = Promise.withResolvers<{ text: string } | { failure: FileFailure }>();
  const fail = () => resolve({ failure: 'unreachable' });
  const request = (isSecure ? httpsGet : httpGet)(url, { agent, signal: AbortSignal.timeout(timeoutMs) });
  request.on('error', fail);
  request.on('response', (response) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    if (response.statusCode !== 200) {
      fail();
      request.destroy();
      return;
    }
    response.on('error', fail);
    response.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      chunks.push(chunk);
      if (bytes <= maxBytes) return;
      resolve({ failure: 'too-large' });
      request.destroy();
    });
    response.on('end', () => resolve({ text: Buffer.concat(chunks).toString('utf8') }));
  });
  try {
    return await promise;
  } finally {
    agent.destroy();
  }
}
