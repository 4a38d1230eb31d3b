import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { type Agents, lendAgents } from '../../../adapters/discord/gateway/lend-agents.ts';
import { type FakeProxy, startProxy } from '../../fakes/proxy.ts';
import { certificate } from '../../fixtures/certificate.ts';

let proxy: FakeProxy;
let agents: Agents;
let server: https.Server;
let address: string;

beforeEach(async () => {
  proxy = await startProxy();
  const proxyEnv = { HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url };
  agents = { http: new http.Agent({ proxyEnv }), https: new https.Agent({ proxyEnv, ca: certificate.cert }) };
  server = https.createServer(certificate);
  new WebSocketServer({ server }).on('connection', (socket) => socket.send('hello'));
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  address = `wss://behind.invalid:${(server.address() as AddressInfo).port}/?v=10`;
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await proxy.stop();
});

/** Opens a connection as discord.js does, and resolves to the first message. */
async function connect(options: { handshakeTimeout: number | null }): Promise<string> {
  const socket = new WebSocket(address, [], { handshakeTimeout: options.handshakeTimeout ?? undefined });
  const message = await new Promise<string>((resolve, reject) => {
    socket.once('message', (data: Buffer) => resolve(data.toString())).once('error', reject);
  });
  socket.terminate();
  return message;
}

it('opens each encrypted connection in a tunnel through the proxy', async () => {
  const options = { handshakeTimeout: 5000 };
  lendAgents(options, agents);
  expect(await connect(options)).toBe('hello');
  expect(await connect(options)).toBe('hello');
  const tunnel = `CONNECT ${new URL(address).host}`;
  expect(proxy.seen).toEqual([tunnel, tunnel]);
});

it('leaves every other request alone', async () => {
  const { request } = https;
  const options = { handshakeTimeout: 5000 };
  lendAgents(options, agents);
  expect(options.handshakeTimeout).toBe(5000);
  await Promise.resolve();
  expect([https.request, http.request]).toEqual([request, http.request]);
  await expect(connect({ handshakeTimeout: 5000 })).rejects.toThrow('behind.invalid');
  expect(proxy.seen).toEqual([]);
});
