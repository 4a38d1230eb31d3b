import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createGit, GitError } from '../../../adapters/mirrors/git.ts';
import { temporaryFolder } from '../../fixtures/temporary-folder.ts';

const environment = { PATH: process.env['PATH'] ?? '' };
const { signal } = new AbortController();
const remote = { url: 'https://me:s3cret@example.org/news.git', isLocal: false };

/** A program in place of git. */
async function program(script: string): Promise<string> {
  const path = join(await temporaryFolder(), 'git');
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

it('runs git in the folder only, without prompts, hooks and links, and with no password in its arguments', async () => {
  const git = createGit({ remote, environment, signal, program: await program('env; echo "args: $*"') });
  const said = await git('/mirrors/a', ['fetch', 'mirror']);
  for (const line of [
    'GIT_DIR=/mirrors/a/.git',
    'GIT_WORK_TREE=/mirrors/a',
    'GIT_TERMINAL_PROMPT=0',
    'GIT_ALLOW_PROTOCOL=https:ssh',
    'GIT_SSH_COMMAND=ssh -o BatchMode=yes -o ConnectTimeout=30',
    'args: fetch mirror',
  ])
    expect(said.split('\n')).toContain(line);
  const configuration = [...said.matchAll(/^GIT_CONFIG_KEY_(\d+)=(.*)$/gm)].map(([, at, key]) => {
    const value = RegExp(`^GIT_CONFIG_VALUE_${at}=(.*)$`, 'm').exec(said)?.[1];
    return [key, value];
  });
  expect(Object.fromEntries(configuration)).toMatchObject({
    'core.symlinks': 'false',
    'core.hooksPath': '/dev/null',
    'protocol.ext.allow': 'never',
    'remote.mirror.url': remote.url,
  });
});

it('reports what git said without the password', async () => {
  const script = `echo "hint: noise" >&2; echo "fatal: could not read ${remote.url} s3cret" >&2; exit 128`;
  const git = createGit({ remote, environment, signal, program: await program(script) });
  const failed = git('/mirrors/a', ['fetch']);
  await expect(failed).rejects.toThrow(GitError);
  await expect(failed).rejects.toThrow(
    /^fatal: could not read https:\/\/\[password\]@example\.org\/news\.git \[password\]$/,
  );
});

it.each([
  [
    'what matters, of all that git said',
    'echo "hint: try\n  error: no space \n remote: full\nbye" >&2; exit 1',
    'error: no space remote: full',
  ],
  ['all that git said where nothing matters', 'printf " one\n\n two \n" >&2; exit 1', 'one two'],
  ['which command failed if git said nothing', 'exit 3', 'git fetch failed (3).'],
])('reports %s, in one line', async (_what, script, message) => {
  const git = createGit({ remote, environment, signal, program: await program(script) });
  await expect(git('/mirrors/a', ['fetch'])).rejects.toThrow(new GitError(message));
});

it('reports only the beginning of a long message', async () => {
  const script = `printf 'fatal: %0400d' 0 >&2; exit 1`;
  const git = createGit({ remote, environment, signal, program: await program(script) });
  await expect(git('/mirrors/a', ['fetch'])).rejects.toThrow(new GitError(`fatal: ${'0'.repeat(293)}…`));
});

it('says that git is not installed', async () => {
  const git = createGit({ remote, environment, signal, program: join(await temporaryFolder(), 'git') });
  await expect(git('/mirrors/a', ['fetch'])).rejects.toThrow(
    'MIRRORS needs the program git, which is not installed. Install it, or remove MIRRORS.',
  );
});

it('refuses a repository of another kind than the setting', async () => {
  const git = createGit({ remote: { url: 'file:///srv/a.git', isLocal: false }, environment, signal });
  await expect(git(await temporaryFolder(), ['ls-remote', 'mirror'])).rejects.toThrow("transport 'file' not allowed");
});

it('ends git when it is stopped', async () => {
  const stopping = new AbortController();
  const git = createGit({ remote, environment, signal: stopping.signal, program: await program('exec sleep 600') });
  const running = git('/mirrors/a', ['fetch']);
  stopping.abort(new Error('stopped'));
  await expect(running).rejects.toThrow('stopped');
});
