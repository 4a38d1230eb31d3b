import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../../../adapters/web/app.ts';
import { createFakeLibrary } from '../../../fakes/library.ts';
import { createFakeStateStore } from '../../../fakes/state-store.ts';
import { createStores } from '../../../fixtures/converse.ts';
import { HOSTILE, makeHostileArticle } from '../../../fixtures/hostile-article.ts';
import { makeWebContext } from '../../../fixtures/web-context.ts';
import { createVisitor, createWebTalk, HOST } from '../../../fixtures/web-talk.ts';

const OWN_SCRIPT = /<script [a-z=" ]*src="\/[a-z]+\.js"[a-z ]*>/gu;
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

describe('the chat', () => {
  it('begins with what can be pressed', async () => {
    const { get } = await createVisitor();
    expect((await get('/chat')).headers.get('location')).toBe('/chat/1');
    const { text } = await get('/chat/1');
    expect(text).toContain('value="/articles"');
    expect(text).toContain('<script type="module" src="/chat.js">');
  });

  it('answers a typed line with what the commands say, and remembers it', async () => {
    const { say, get } = await createVisitor();
    const { text, status } = await say('/articles');
    expect(status).toBe(200);
    const { html } = JSON.parse(text) as { html: string };
    expect(html).toContain('Newest articles');
    expect(html).toContain('name="press" value="/article strait001"');
    expect((await get('/chat/1')).text).toContain(html);
  });

  it('knows what its numbers mean, in each conversation apart', async () => {
    const { say } = await createVisitor();
    await say('/articles');
    expect((await say('3')).text).toContain('Night bus');
    expect((await say('/section 1')).text).toContain('Drivers');
    expect((await say('/section 1', {}, '/chat/2')).text).not.toContain('Drivers');
  });

  it('shows after a restart what was said before, and goes on', async () => {
    const state = createFakeStateStore({ nowMs: 0 });
    const before = await createVisitor({}, state);
    await before.say('/articles');
    await before.say('/help');
    const { get, say } = await createVisitor({}, state);
    expect((await get('/chat')).headers.get('location')).toBe('/chat/1');
    expect((await get('/chat/1')).text).toContain('Newest articles');
    await say('/article strait001');
    expect(
      load((await get('/chat/1')).text)('.turn')
        .get()
        .map(({ attribs }) => attribs['id']),
    ).toEqual(['t1', 't2', 't3']);
  });

  it('forgets a conversation for good', async () => {
    const state = createFakeStateStore({ nowMs: 0 });
    const before = await createVisitor({}, state);
    await before.say('/articles');
    await before.chat.platform.forget?.({ platform: 'web', chat: '1' });
    await before.say('/help');
    const { chat } = await createVisitor({}, state);
    expect(before.chat.turns('1').map(({ line }) => line)).toEqual(['/help']);
    expect([chat.names(), chat.turns('1')]).toEqual([[], []]);
  });

  it('has several conversations, and opens the one that was used last', async () => {
    const { say, get } = await createVisitor();
    await say('/help', {}, '/chat/1');
    await say('/articles', {}, '/chat/2');
    expect((await get('/chat')).headers.get('location')).toBe('/chat/2');
    expect((await get('/chat/new')).headers.get('location')).toBe('/chat/3');
    expect((await get('/chat/2')).text).toContain('<a href="/chat/1">1</a>');
  });

  it('works without its script: a form, and buttons that post', async () => {
    const { post, get, token } = await createVisitor();
    const typed = new URLSearchParams({ token: await token(), line: '/articles' });
    const answer = await post('/chat/1', typed.toString(), FORM);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toMatch(/^\/chat\/1#t\d+$/u);
    const pressed = new URLSearchParams({ token: await token(), press: '/article nightbus3' });
    await post('/chat/1', pressed.toString(), FORM);
    expect((await get('/chat/1')).text).toContain('Route 40 leaves the depot');
  });

  it('says nothing to a blank line', async () => {
    const { say, chat } = await createVisitor();
    expect(JSON.parse((await say('   ')).text)).toEqual({ html: '' });
    expect(chat.turns('1')).toEqual([]);
  });

  it('completes commands and their arguments', async () => {
    const { get } = await createVisitor();
    const complete = async (line: string) =>
      JSON.parse((await get(`/chat/1/complete?line=${encodeURIComponent(line)}`)).text) as object;
    expect(await complete('/arti')).toMatchObject({
      typed: 'arti',
      choices: [{ value: 'articles' }, { value: 'article' }],
    });
    expect(await complete('/article night')).toMatchObject({ choices: [{ value: 'nightbus3' }] });
  });

  it('leads from a card and a section to the page that they are read on', async () => {
    const { say } = await createVisitor();
    const linkIn = async (line: string) => {
      const { html } = JSON.parse((await say(line)).text) as { html: string };
      return load(html)('.answer a')
        .filter((_, link) => load(link).text() === 'Open in the reader')
        .attr('href');
    };
    expect(await linkIn('/article nightbus3')).toBe('/articles/nightbus3');
    expect(await linkIn('/section nightbus3 1')).toBe('/articles/nightbus3?section=1#s1');
    expect(await linkIn('/articles')).toBeUndefined();
  });

  it('takes a file, with a command or alone, from its script and from a form', async () => {
    const before = await createVisitor();
    await before.say('/settings zone Tokyo');
    const { html } = JSON.parse((await before.say('/export')).text) as { html: string };
    const settings = (await before.get(load(html)('[download]').attr('href') ?? '')).text;
    for (const [line, accept] of [
      ['/import', 'application/json'],
      ['', 'text/html'],
    ] as const) {
      const { post, token, get, say } = await createVisitor();
      const form = new FormData();
      form.set('line', line);
      form.set('token', await token());
      form.set('file', new File([settings], 'settings.json'));
      const { status } = await post('/chat/1', form, { accept });
      expect(status).toBe(accept === 'text/html' ? 303 : 200);
      expect(
        load((await get('/chat/1')).text)('.typed')
          .last()
          .text(),
      ).toBe('/import');
      expect((await say('/settings')).text).toContain('Tokyo');
    }
  });

  it('refuses a file that is too large, from another site, or without the token', async () => {
    const { post, token } = await createVisitor();
    const form = async (bytes: number) => {
      const data = new FormData();
      data.set('token', await token());
      data.set('file', new File(['x'.repeat(bytes)], 'x.json'));
      return data;
    };
    expect((await post('/chat/1', await form(1_100_000), { accept: 'application/json' })).text).toContain('too large');
    expect((await post('/chat/1', await form(300_000), { accept: 'application/json' })).text).toContain('too large');
    const chinese = { accept: 'application/json', 'accept-language': 'zh-CN' };
    expect((await post('/chat/1', await form(1_100_000), chinese)).text).toContain('文件太大了，最多 1 MB。');
    expect((await post('/chat/1', await form(10), { origin: 'https://evil.example' })).status).toBe(403);
    const stale = await form(10);
    stale.set('token', 'wrong');
    expect((await post('/chat/1', stale, {})).status).toBe(403);
  });

  it('offers a file to keep', async () => {
    const { say, get } = await createVisitor();
    const { text } = await say('/export');
    const path = /\/chat\/1\/files\/\d+/u.exec(text)?.[0] ?? '';
    const { headers, text: file } = await get(path);
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"$/u);
    expect(file).toContain('{');
    expect((await get('/chat/1/files/999')).status).toBe(404);
  });

  it('forgets with the command that forgets', async () => {
    const { say, chat } = await createVisitor();
    await say('/articles');
    await chat.platform?.forget?.({ platform: 'web', chat: '1' });
    expect(chat.turns('1')).toEqual([]);
  });
});

describe('an answer as a platform shows it', () => {
  it('is drawn beside the answer, with how much of the limits it uses', async () => {
    const { say } = await createVisitor();
    const telegram = (await say('/article strait001', {}, '/chat/1?as=telegram')).text;
    expect(telegram).toContain('screen telegram');
    expect(telegram).toMatch(/Message 1 of 1 · \d+ of 4,096 characters · \d+ of 100 buttons/u);
    const discord = (await say('/article strait001', {}, '/chat/1?as=discord')).text;
    expect(discord).toContain('screen discord');
    expect(discord).toMatch(/Message 1 of 1 · \d+ of 4,000 characters · \d+ of 40 components · \d+ of 10,000 bytes/u);
  });

  it('shows into how many messages it is divided, and the captions of albums', async () => {
    const { say } = await createVisitor();
    expect((await say('/section huge00005 3', {}, '/chat/1?as=telegram')).text).toMatch(/Message 1 of [1-9]/u);
    expect((await say('/images huge00005', {}, '/chat/1?as=telegram')).text).toMatch(
      /Message 2 of \d+ · \d+ of 1,024 characters of caption · 10 of 10 pictures/u,
    );
  });

  it('keeps the choice in every address of the page', async () => {
    const { get } = await createVisitor();
    const { text } = await get('/chat/1?as=discord');
    expect(text).toContain('action="/chat/1?as=discord"');
    expect(text).toContain('href="/chat/new?as=discord"');
    expect(text).toContain('<a href="/chat/1?as=discord" aria-current="true">Discord</a>');
    expect((await get('/chat/1?as=%3Cb%3E')).text).toContain('action="/chat/1"');
    expect((await get('/chat?as=telegram')).headers.get('location')).toBe('/chat/1?as=telegram');
  });

  it('makes no markup of hostile text, and has no style of its own', async () => {
    for (const as of ['telegram', 'discord']) {
      const { say } = await createVisitor({ articles: [makeHostileArticle()] });
      await say('/articles');
      for (const line of ['/articles', '/article 1', '/links 1', '/images 1', `/search ${HOSTILE}`]) {
        const { html } = JSON.parse((await say(line, {}, `/chat/1?as=${as}`)).text) as { html: string };
        expect(html).toContain(`screen ${as}`);
        expect(html).not.toMatch(/<script|<img src=x|<!--|href="javascript:| style=/iu);
      }
    }
  });
});

describe('who may post', () => {
  it.each([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['another site that hides', { origin: 'null' }],
    ['another port of this machine', { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-site' }],
    ['a site whose name begins alike', { origin: `http://${HOST}.evil.example` }],
    ['a frame of another site', { 'sec-fetch-site': 'cross-site' }],
    ['no page', { origin: '' }],
  ])('is not %s', async (_, headers) => {
    const { say, chat } = await createVisitor();
    expect((await say('/articles', headers)).status).toBe(403);
    expect(chat.turns('1')).toEqual([]);
  });

  it('is not a foreign name that leads here', async () => {
    const { say, get } = await createVisitor();
    const evil = { host: 'evil.example:8642', origin: 'http://evil.example:8642' };
    expect((await say('/articles', evil)).status).toBe(421);
    expect((await get('/chat/1', { host: 'evil.example' })).text).not.toContain('token');
  });

  it.each(['/chat', '/chat/1', '/chat/1/complete?line=/a'])('is nobody where the page is public: %s', async (path) => {
    const { context } = await createWebTalk();
    const access = { isPublic: true, origin: undefined, token: undefined };
    const app = createApp({ ...context, access });
    for (const host of [HOST, 'news.example']) {
      const answer = await app.request(path, { headers: { host } });
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain('only for the machine');
    }
    expect(await (await app.request('/', { headers: { host: HOST } })).text()).not.toContain('href="/chat"');
  });

  it.each([
    ['127.0.0.1', 200],
    ['::ffff:127.0.0.1', 200],
    ['::1', 200],
    ['10.0.0.7', 403],
    ['::ffff:10.0.0.7', 403],
    [undefined, 403],
  ])('is judged by the address, whatever name it claims: %s', async (remoteAddress, status) => {
    const { app } = await createWebTalk();
    const from = { incoming: { socket: { remoteAddress } } };
    expect((await app.request('/chat/1', { headers: { host: HOST } }, from)).status).toBe(status);
  });

  it('is only who has opened the control room, where it has a token', async () => {
    const { context } = await createWebTalk();
    const token = 'a'.repeat(32);
    const app = createApp({
      ...context,
      access: { isPublic: false, origin: undefined, token },
      stores: createStores(),
    });
    const own = { host: HOST, origin: `http://${HOST}`, 'content-type': 'application/x-www-form-urlencoded' };
    const closed = await app.request('/chat/1', { headers: own });
    expect(closed.headers.get('location')).toBe('/control');
    expect((await app.request('/chat/1', { method: 'POST', headers: own, body: 'line=/help' })).status).toBe(403);
    const opened = await app.request('/control/open', { method: 'POST', headers: own, body: `token=${token}` });
    const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect((await app.request('/chat/1', { headers: { ...own, cookie } })).status).toBe(200);
  });

  it('is not who lacks the token, or has an old one', async () => {
    const { post, chat } = await createVisitor();
    const json = { 'content-type': 'application/json' };
    for (const token of [undefined, '', 'ä'.repeat(32), 'A'.repeat(32), 1]) {
      const { status, text } = await post('/chat/1', JSON.stringify({ line: '/articles', token }), json);
      expect(status).toBe(403);
      expect(text).toContain('Reload');
    }
    expect(chat.turns('1')).toEqual([]);
  });

  it.each(['text/plain', ''])('is not a body of %j', async (type) => {
    const { post } = await createVisitor();
    expect((await post('/chat/1', '{}', { 'content-type': type })).status).toBe(415);
  });

  it.each(['not JSON', '[]', 'null', '{"line":1}', '{"line":{"a":1}}'])('is not %s', async (body) => {
    const { post } = await createVisitor();
    expect((await post('/chat/1', body, { 'content-type': 'application/json' })).status).toBe(403);
  });

  it('is limited in how fast, and in how much', async () => {
    const { say, time } = await createVisitor();
    for (let at = 0; at < 20; at += 1) expect((await say('/help')).status).toBe(200);
    const refused = await say('/help');
    expect(refused.status).toBe(429);
    expect(refused.text).toContain('try again in 10 seconds');
    time.ms += 10_001;
    expect((await say('/help')).status).toBe(200);
    expect((await say('x'.repeat(20_000))).status).toBe(413);
  });

  it('completes only so often', async () => {
    const { get } = await createVisitor();
    for (let at = 0; at < 100; at += 1) await get('/chat/1/complete?line=/a');
    expect((await get('/chat/1/complete?line=/a')).status).toBe(429);
  });
});

describe('untrusted text in the chat', () => {
  it.each([HOSTILE, `/article ${HOSTILE}`, '/articles', '/article 1', '/links 1', '/images 1', `/search ${HOSTILE}`])(
    'is escaped: %s',
    async (line) => {
      const { say, get } = await createVisitor({ articles: [makeHostileArticle()] });
      await say('/articles');
      const { html } = JSON.parse((await say(line)).text) as { html: string };
      for (const text of [html, (await get('/chat/1')).text.replace(OWN_SCRIPT, '')])
        expect(text).not.toMatch(/<script|<img src=x|<!--|href="javascript:/iu);
    },
  );

  it.each([
    '/chat/..%2f..%2fetc%2fpasswd',
    '/chat/0',
    '/chat/1/files/..%2f1',
    '/chat/%00',
    '/chat.js%2f..',
    '/chat/1e3',
    '/chat/12345',
  ])('finds nothing in the address %s', async (path) => {
    expect((await (await createVisitor()).get(path)).status).toBe(404);
  });

  it('is never framed, and its scripts are its own', async () => {
    const { headers } = await (await createVisitor()).get('/chat/1');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('content-security-policy')).toMatch(/script-src 'self';.*form-action 'self'/u);
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
  });
});

it('says nothing before the bot is ready', async () => {
  const app = createApp(makeWebContext({ library: createFakeLibrary([]) }));
  const page = await (await app.request('/chat/1', { headers: { host: HOST } })).text();
  const token = /name="token" value="([^"]+)"/u.exec(page)?.[1];
  const headers = { host: HOST, origin: `http://${HOST}`, 'content-type': 'application/json' };
  const answer = await app.request('/chat/1', {
    method: 'POST',
    body: JSON.stringify({ line: '/help', token }),
    headers,
  });
  expect(await answer.json()).toEqual({ html: '' });
});
