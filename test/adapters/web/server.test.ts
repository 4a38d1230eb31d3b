import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { servePage } from '../../../adapters/web/server.ts';
import { NO_PAGE, withPage } from '../../../adapters/with-page.ts';
import { createFakeStateStore } from '../../fakes/state-store.ts';
import { makeWebContext } from '../../fixtures/web-context.ts';

const context = makeWebContext();

async function serve() {
  const page = await servePage({ port: 0 }, context);
  onTestFinished(() => page.stop());
  return page;
}

it('serves the page on this machine only', async () => {
  const { address } = await serve();
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect(await (await fetch(address)).text()).toContain('There are no articles yet.');
});

it.each([
  ['0.0.0.0', '127.0.0.1'],
  ['127.0.0.2', '127.0.0.2'],
])('names an address that a browser can open if it serves at %s', async (host, named) => {
  const page = await servePage({ port: 0, host }, context);
  onTestFinished(() => page.stop());
  expect(new URL(page.address).hostname).toBe(named);
});

it('stops although a browser keeps its connection open', async () => {
  const page = await servePage({ port: 0 }, context);
  const socket = connect(Number(new URL(page.address).port), '127.0.0.1');
  await once(socket, 'connect');
  await Promise.all([page.stop(), once(socket, 'close')]);
  expect(socket.destroyed).toBe(true);
});

describe('withPage', () => {
  async function run(port: number, work = async () => {}): Promise<string[]> {
    const lines: string[] = [];
    const states = () => createFakeStateStore({ nowMs: 0 });
    const log = { say: (line: string) => void lines.push(line), warn: (line: string) => void lines.push(line) };
    await withPage({ port }, { ...context, ...log, states }, async () => {
      lines.push('works');
      await work();
    });
    return lines;
  }

  it('works without a page, and says so, if the port is taken', async () => {
    const { address } = await serve();
    const port = Number(new URL(address).port);
    const said = `Port ${port} is in use, so there is no web page. Set WEB_PORT to another one, or to 0.`;
    expect(await run(port)).toEqual([said, 'works']);
  });

  it('knows the addresses of digests and articles where they are public', async () => {
    const states = () => createFakeStateStore({ nowMs: 0 });
    const log = { say: () => undefined, warn: () => undefined };
    const addressOf = async (isPublic: boolean) => {
      const access = { isPublic, origin: 'https://news.example', token: undefined };
      let address: string | undefined;
      await withPage({ port: NO_PAGE.port, access }, { ...context, ...log, states }, async ({ articlePageOf }) => {
        address = articlePageOf?.('strait001');
      });
      return address;
    };
    expect(await addressOf(true)).toBe('https://news.example/articles/strait001');
    expect(await addressOf(false)).toBeUndefined();
  });

  it('serves none with port 0', async () => {
    expect(await run(NO_PAGE.port)).toEqual(['works']);
  });

  it('ends with the work, also if that fails', async () => {
    const page = await servePage({ port: 0 }, context);
    await page.stop();
    const failing = run(Number(new URL(page.address).port), async () => {
      expect((await fetch(page.address)).status).toBe(200);
      throw new Error('cannot go on');
    });
    await expect(failing).rejects.toThrow('cannot go on');
    await expect(fetch(page.address)).rejects.toThrow('fetch failed');
  });
});
