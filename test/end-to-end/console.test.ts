import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPlace, type Place } from './process.ts';
import { broken, ferry, lighthouse } from './snapshots.ts';

const ROOT = resolve(import.meta.dirname, '../..');

let place: Place;

beforeEach(async () => {
  place = await createPlace();
  await place.put({ 'data/snapshots/2024/ferry.md': ferry, 'data/snapshots/lighthouse.md': lighthouse });
});
afterEach(() => place.remove());

describe('chat', () => {
  it('offers no subscription in its status, since it can send no digest by itself', async () => {
    const { out } = await place.run(['chat'], { input: '/status\nquit\n' });
    expect(out).toContain('0 subscriptions');
    expect(out).not.toContain('Subscribe');
  });

  it.each(['/subscribe 8am', '/subscriptions', '/pause', '/unsubscribe'])(
    'says where it can send digests, and offers one at once: %s',
    async (line) => {
      const { out } = await place.run(['chat'], { input: `${line}\nquit\n` });
      expect(out).toContain('I can only send scheduled digests to chats on Telegram or Discord.');
      expect(out).toContain('[1] Digest');
      expect(out).not.toContain('Subscribe');
    },
  );

  it('opens an article and a section by their buttons', async () => {
    const { out, err, code } = await place.run(['chat'], { input: '/articles\n2\n2\nquit\n/help\n' });
    const [list, article, section, ...others] = out.split(/\n(?=The ferry that would not retire(?: ›|\n))/);
    expect(list).toContain('灯塔守护人的最后一班岗');
    expect(article).toMatch(/The old ferry Marigold[\s\S]+A white ferry[\s\S]+\[1\] The crew\n\[2\] What comes next/);
    expect(section).toMatch(/What comes next\n[\s\S]+publish a plan[\s\S]+https:\/\/board\.example\.org\/plan/);
    expect(others).toEqual([]);
    expect([err, code]).toEqual(['', 0]);
  });

  it('writes no colour where there is no terminal, unless it is asked to', async () => {
    const input = '/articles\n';
    expect((await place.run(['chat'], { input })).out).not.toContain('\u001b[');
    expect((await place.run(['chat'], { input, env: { FORCE_COLOR: '1' } })).out).toContain('\u001b[');
  });

  it('speaks the language that is set, else that of the locale', async () => {
    const input = '/help\n';
    const set = { DEFAULT_LANGUAGE: 'zh-TW', LANG: 'zh_CN.UTF-8' };
    expect((await place.run(['chat'], { input, env: set })).out).toContain('開啟一篇文章');
    expect((await place.run(['chat'], { input, env: { LANG: 'zh_CN.UTF-8' } })).out).toContain('打开一篇文章');
  });

  it('reads the settings from .env', async () => {
    await place.put({ '.env': 'SNAPSHOTS_DIR=elsewhere\nSTORE_URL=sqlite:own.sqlite\n', 'elsewhere/a.md': lighthouse });
    const { out } = await place.run(['chat'], { input: '/articles\n' });
    expect(out).toContain('灯塔');
    expect(out).not.toContain('ferry');
    expect(existsSync(join(place.folder, 'own.sqlite'))).toBe(true);
  });

  it('explains what it does not know, and goes on', async () => {
    const { out, code } = await place.run(['chat'], { input: '/nope\n7\n\n/articles\n' });
    expect(out).toMatch(/\/nope[\s\S]+no button 7[\s\S]+The ferry/);
    expect(code).toBe(0);
  });

  it('starts each run without a memory of the one before', async () => {
    await place.run(['chat'], { input: '/article ferry\n' });
    const { out } = await place.run(['chat'], { input: '/section 1\n' });
    expect(out).not.toContain('Three people keep the engine running');
  });

  it('stops at SIGTERM within seconds and leaves the state whole', async () => {
    const { child, shows, ended } = place.start(['chat']);
    child.stdin.write('/articles\n');
    await shows('The ferry');
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 143, err: '' });
    expect(existsSync(join(place.folder, 'data/state.sqlite'))).toBe(true);
    expect(existsSync(join(place.folder, 'data/state.sqlite-wal'))).toBe(false);
  });

  it('ends quietly once nobody reads the answers', async () => {
    const { child, shows, ended } = place.start(['chat']);
    child.stdin.write('/articles\n');
    await shows('The ferry');
    child.stdout.destroy();
    child.stdin.write('/articles\n/articles\n/articles\n');
    expect(await ended).toMatchObject({ code: 0, err: '' });
  });
});

describe('start', () => {
  it('is the console, which ends with its input', async () => {
    const { out, err, code } = await place.run([], { input: '/articles\n' });
    expect(out).toContain('The ferry');
    expect([err, code]).toEqual(['', 0]);
  });

  it('tells its version', async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(await place.run(['--version'])).toEqual({ out: `${version}\n`, err: '', code: 0 });
  });

  it('says what it does, what other scripts there are and where settings are, and reads nothing', async () => {
    const { out, err, code } = await place.run(['--help']);
    for (const script of ['start', 'chat', 'digest', 'parse', 'doctor']) expect(out).toMatch(RegExp(`npm .*${script}`));
    expect(out).toContain('.env.example');
    expect([err, code]).toEqual(['', 0]);
    expect(existsSync(join(place.folder, 'data/state.sqlite'))).toBe(false);
  });

  it('does not start with an option that it does not know', async () => {
    const { out, err, code } = await place.run(['--nope']);
    expect(err).toMatch(/^Unknown command or option "--nope"\.\nUsage: npm start/u);
    expect([out, code]).toEqual(['', 2]);
  });
});

describe('digest', () => {
  it('prints the newest first, in each style', async () => {
    const { out, err, code } = await place.run(['digest']);
    expect(out).toMatch(/灯塔守护人的最后一班岗[\s\S]+The ferry that would not retire[\s\S]+The old ferry Marigold/);
    expect([err, code]).toEqual(['', 0]);
    const headlines = await place.run(['digest', '--style', 'headlines']);
    expect(headlines.out).toContain('https://news.example.org/2024/ferry');
    expect(headlines.out).not.toContain('The old ferry Marigold');
    expect((await place.run(['digest', '--style', 'full'])).out).toContain('The crew');
  });

  it('takes only what came since', async () => {
    const { out } = await place.run(['digest', '--since', '2024-06-10', '--json']);
    const digest = JSON.parse(out) as { items: { title: string }[]; since: string };
    expect(digest.items.map(({ title }) => title)).toEqual(['灯塔守护人的最后一班岗']);
    expect(digest.since).toBe('2024-06-10T00:00:00.000Z');
    expect(out.trimEnd()).not.toContain('\n');
  });

  it('says how it is used before it reads anything', async () => {
    const { out, err, code } = await place.run(['digest', '--since', 'never']);
    expect(err).toMatch(/I cannot read "never" as a time[\s\S]+Usage: npm run --silent digest/);
    expect([out, code]).toEqual(['', 2]);
    expect(existsSync(join(place.folder, 'data/state.sqlite'))).toBe(false);
  });
});

describe('doctor', () => {
  it('says that all is well, and what was refused', async () => {
    await place.put({ 'data/snapshots/broken.md': broken });
    const { out, err, code } = await place.run(['doctor']);
    expect(out).toMatch(
      /✓ 3 snapshots[\s\S]+✓ 2 articles[\s\S]+! 1 snapshot could not be read[\s\S]+ {2}broken\.md:\d+: /,
    );
    expect([err, code]).toEqual(['', 0]);
  });

  it('says what is wrong, and fails', async () => {
    const { out, code } = await place.run(['doctor'], { env: { SNAPSHOTS_DIR: 'nowhere' } });
    expect(out).toMatch(/^✗ nowhere: .+SNAPSHOTS_DIR/m);
    expect(code).toBe(1);
  });
});
