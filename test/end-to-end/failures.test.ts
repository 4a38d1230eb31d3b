import { mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPlace, MAIN, type Place } from './process.ts';
import { broken, ferry, lighthouse, numbered } from './snapshots.ts';

let place: Place;

beforeEach(async () => {
  place = await createPlace();
});
afterEach(() => place.remove());

/** Makes Node run a script before the program. */
const toNodeOptions = (script: string) => `--import=data:text/javascript,${encodeURIComponent(script)}`;

const ask = (env: Record<string, string> = {}) => place.run(['chat'], { input: '/articles\n', env });

describe('the state file', () => {
  it('is used by one bot at a time; others that only read it go on', async () => {
    await place.put({ 'data/snapshots/ferry.md': ferry });
    const first = place.start(['chat']);
    first.child.stdin.write('/articles\n');
    await first.shows('The ferry');
    for (const args of [['chat'], []]) {
      const { out, err, code } = await place.run(args, { input: '/articles\n' });
      expect(err).toMatch(
        /^data\/state\.sqlite: another Gazette process is using it\. .+ \(process \d+ on \S+, since \d{4}-.+Z\)\n$/,
      );
      expect(err).toContain(`process ${first.child.pid} on`);
      expect([out, code]).toEqual(['', 1]);
    }
    expect(await place.run(['doctor'])).toMatchObject({ code: 0 });
    expect(await place.run(['digest'])).toMatchObject({ code: 0 });
    first.child.kill('SIGKILL');
    await first.ended;
    expect(await ask()).toMatchObject({ code: 0, err: '' });
  });

  it.each([
    ['empty', '', /^data\/state\.sqlite: it is empty \(0 bytes\)/],
    ['no database', 'my diary '.repeat(1000), /^data\/state\.sqlite: it is not a database/],
  ])('that is %s is named by every program and left as it is', async (_, content, message) => {
    await place.put({ 'data/snapshots/ferry.md': ferry, 'data/state.sqlite': content });
    for (const args of [['chat'], ['digest'], []]) {
      const { err, code } = await place.run(args);
      expect(err).toMatch(message);
      expect(code).toBe(1);
    }
    expect(await place.run(['doctor'])).toMatchObject({ code: 1 });
    expect(await readFile(join(place.folder, 'data/state.sqlite'), 'utf8')).toBe(content);
  });
});

describe('what goes wrong', () => {
  it('shows no password of an address', async () => {
    const TELEGRAM_TOKEN = '7000000001:AAEmulatedEmulatedEmulatedEmulated';
    for (const LOG_LEVEL of ['info', 'debug']) {
      const env = { TELEGRAM_TOKEN, TELEGRAM_API_ROOT: 'http://me:hunter2@127.0.0.1:1', LOG_LEVEL };
      const { out, err } = await place.run(['doctor'], { env });
      expect(out).toContain('Telegram is out of reach: request to http://[password]@127.0.0.1:1/');
      expect(out + err).not.toMatch(/hunter2|AAEmulated/u);
    }
  });

  it('names every bad setting at once', async () => {
    const env = { STORE_URL: 'mysql://u:hunter2@db/x', DEFAULT_ZONE: 'Nowhere', LOG_LEVEL: 'debug' };
    for (const args of [[], ['chat'], ['digest'], ['doctor']]) {
      const { out, err, code } = await place.run(args, { env: { ...env, LOG_LEVEL: 'loud' } });
      expect(err).toMatch(/^These settings cannot be used:\nSTORE_URL .+\nDEFAULT_ZONE .+\nLOG_LEVEL .+\n$/);
      expect(err).not.toContain('hunter2');
      expect([out, code]).toEqual(['', 1]);
    }
  });

  it('says why a platform cannot be reached, where each address of its host refuses', async () => {
    await place.put({ 'data/snapshots/ferry.md': ferry });
    const token = `123456:${'x'.repeat(35)}`;
    const preload = `import dns from 'node:dns';
      const addresses = [{ address: '127.0.0.1', family: 4 }, { address: '::1', family: 6 }];
      dns.lookup = (_host, _options, done) => done(null, addresses);`;
    // On a port that nobody can listen on.
    const env = {
      TELEGRAM_TOKEN: token,
      TELEGRAM_API_ROOT: 'http://telegram.example:1',
      NODE_OPTIONS: toNodeOptions(preload),
    };
    const { out } = await place.run(['doctor'], { env });
    expect(out).toContain('ECONNREFUSED');
    expect(out).not.toContain(token);
  });

  it('gives each address of a host two seconds, since slow networks need more than the quarter of a second of Node', async () => {
    const preload = `import net from 'node:net';
      process.on('exit', () => console.error(net.getDefaultAutoSelectFamilyAttemptTimeout()));`;
    const { err } = await place.run(['help'], { env: { NODE_OPTIONS: toNodeOptions(preload) } });
    expect(err).toBe('2000\n');
  });

  it('says where a folder is missing, and answers from what it has', async () => {
    await place.put({ 'data/snapshots/ferry.md': ferry });
    await ask();
    const { out, err, code } = await ask({ SNAPSHOTS_DIR: 'gone' });
    expect(err).toMatch(/^gone: .+SNAPSHOTS_DIR\.\n$/);
    expect(out).toContain('The ferry');
    expect(code).toBe(1);
  });

  it('says where a folder cannot be read', async () => {
    await mkdir(join(place.folder, 'data'));
    await symlink('snapshots', join(place.folder, 'data/snapshots'));
    const { err, code } = await ask();
    expect(err).toMatch(/^data\/snapshots: .+\n$/);
    expect(code).toBe(1);
  });

  it('says where a folder is empty', async () => {
    await mkdir(join(place.folder, 'data/snapshots'), { recursive: true });
    const { err, code } = await ask();
    expect(err).toMatch(/^There are no snapshots in data\/snapshots\. .+\n$/);
    expect(code).toBe(0);
  });

  it('passes over what is refused or vanished, and reads the rest', async () => {
    await place.put({ 'data/snapshots/a.md': broken, 'data/snapshots/b.md': ferry });
    await symlink('vanished.md', join(place.folder, 'data/snapshots/c.md'));
    const { out, err, code } = await ask();
    expect(out).toContain('The ferry');
    expect(err).toBe('1 snapshot could not be read. npm run doctor shows which one, and why.\n');
    expect(code).toBe(0);
  });

  it('touches nothing where the state is no database', async () => {
    await place.put({ 'data/snapshots/a.md': ferry, 'data/state.sqlite': 'my diary '.repeat(500) });
    const { out, err, code } = await ask();
    expect(err).toMatch(/^data\/state\.sqlite: .+\n$/);
    expect([out, code]).toEqual(['', 1]);
    expect((await readdir(join(place.folder, 'data'))).sort()).toEqual(['snapshots', 'state.sqlite']);
  });

  it.runIf(process.platform !== 'win32')(
    'keeps what it has where no more can be written, and goes on later',
    async () => {
      await place.put({ 'data/snapshots/lighthouse.md': lighthouse });
      await ask();
      const many = Array.from(
        { length: 400 },
        (_, number) => [`data/snapshots/${number}.md`, numbered(number)] as const,
      );
      await place.put(Object.fromEntries(many));
      const limited = place.startOther('sh', ['-c', `ulimit -f 500; exec "${process.execPath}" "${MAIN}" chat`]);
      limited.child.stdin.end('/search 灯塔\n');
      const { out, err, code } = await limited.ended;
      expect(out).toContain('灯塔守护人的最后一班岗');
      expect(err).toMatch(/^data\/state\.sqlite: .+\n$/);
      expect(code).toBe(1);
      expect(await ask()).toMatchObject({ out: expect.stringContaining('401 articles') as string, err: '', code: 0 });
    },
  );

  it('shows a stack only when it is asked to', async () => {
    await place.put({ 'data/state.sqlite': 'no database '.repeat(500), 'data/snapshots/a.md': ferry });
    expect((await ask()).err).not.toMatch(/^ {4}at /m);
    expect((await ask({ LOG_LEVEL: 'debug' })).err).toMatch(/^ {4}at /m);
  });

  it('stops while it reads, keeps what was read, and goes on later', async () => {
    const many = Array.from(
      { length: 1500 },
      (_, number) => [`data/snapshots/${number}.md`, numbered(number)] as const,
    );
    await place.put(Object.fromEntries(many));
    const { child, ended } = place.start(['digest', '--json']);
    const stopSoon = setInterval(() => {
      void readdir(join(place.folder, 'data')).then((names) => {
        if (names.includes('state.sqlite-wal')) child.kill('SIGINT');
        if (names.includes('state.sqlite-wal')) clearInterval(stopSoon);
      });
    }, 5);
    const { out, code } = await ended;
    expect([out, code]).toEqual(['', 130]);
    expect((await ask()).out).toContain('1,500 articles');
  });
});
