import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { redactCredentials } from '../../src/text/redact-credentials.ts';
import type { Remote } from './remote.ts';

/** A `git` command failed. The message is one line for the operator, without a password. */
export class GitError extends Error {
  override readonly name = 'GitError';
}

/** Runs `git` in one folder; rejects with `GitError`, or with the signal's reason. */
export type Git = (folder: string, args: readonly string[]) => Promise<string>;

export interface GitOptions {
  /** The remote `mirror`. Local files are allowed if it is one. */
  remote: Pick<Remote, 'url' | 'isLocal'>;
  environment: Readonly<Record<string, string>>;
  signal: AbortSignal;
  /** The program. */
  program?: string;
}

/** A huge repository takes minutes; a connection that stalls ends after a minute. */
const TIMEOUT_MS = 30 * 60_000;
const MAX_OUTPUT_BYTES = 1024 * 1024;
const MAX_MESSAGE = 300;
const MISSING = 'MIRRORS needs the program git, which is not installed. Install it, or remove MIRRORS.';

/**
 * Creates a runner of `git` that never asks for anything, runs no hook, follows no symbolic link, and uses only https, ssh
 * and local files. It names the repository's folder itself, so that `git` never finds another one above it.
 */
export function createGit({ remote: { url, isLocal }, environment, signal, program = 'git' }: GitOptions): Git {
  const secret = URL.parse(url)?.password ?? '';
  const clean = (text: string) => redactCredentials(secret === '' ? text : text.replaceAll(secret, '[password]'));
  const protocols = { GIT_ALLOW_PROTOCOL: isLocal ? 'file' : 'https:ssh' };
  const shared = {
    ...environment,
    ...SAFE,
    ...protocols,
    ...configuration({ ...CONFIGURATION, 'remote.mirror.url': url }),
  };
  return (folder, args) => {
    const ssh = environment['GIT_SSH_COMMAND'] ?? 'ssh';
    const env = {
      ...shared,
      GIT_SSH_COMMAND: `${ssh} -o BatchMode=yes -o ConnectTimeout=30`,
      GIT_DIR: join(folder, '.git'),
      GIT_WORK_TREE: folder,
    };
    return new Promise((resolve, reject) => {
      const options = { env, signal, timeout: TIMEOUT_MS, maxBuffer: MAX_OUTPUT_BYTES, windowsHide: true };
      const child = execFile(program, [...args], options, (error, stdout, stderr) => {
        if (error === null) resolve(stdout);
        else if (signal.aborted) reject(signal.reason instanceof Error ? signal.reason : error);
        else if (error.code === 'ENOENT') reject(new GitError(MISSING));
        else reject(new GitError(toLine(clean(stderr)) || `git ${args[0]} failed (${error.code ?? error.signal}).`));
      });
      child.stdin?.end();
    });
  };
}

const SAFE = {
  LC_ALL: 'C',
  GIT_TERMINAL_PROMPT: '0',
  GIT_ASKPASS: '',
  SSH_ASKPASS_REQUIRE: 'never',
  GIT_LFS_SKIP_SMUDGE: '1',
} as const;

const CONFIGURATION = {
  'core.symlinks': 'false',
  'core.hooksPath': '/dev/null',
  'core.fsmonitor': 'false',
  'core.autocrlf': 'false',
  'core.logAllRefUpdates': 'false',
  'protocol.ext.allow': 'never',
  'fetch.recurseSubmodules': 'false',
  'gc.autoDetach': 'false',
  'maintenance.autoDetach': 'false',
  'gc.pruneExpire': 'now',
  'http.lowSpeedLimit': '1000',
  'http.lowSpeedTime': '60',
} as const;

/** Configuration as variables: unlike arguments, other users of the machine cannot read them. */
function configuration(values: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(values).flatMap(([key, value], at) => [
    [`GIT_CONFIG_KEY_${at}`, key],
    [`GIT_CONFIG_VALUE_${at}`, value],
  ]);
  return Object.fromEntries([['GIT_CONFIG_COUNT', String(Object.keys(values).length)], ...entries]) as Record<
    string,
    string
  >;
}

/** What git said last that matters, in one line. */
function toLine(stderr: string): string {
  const lines = stderr.split('\n').map((line) => line.trim());
  const fatal = lines.filter((line) => /^(?:fatal|error|ERROR|remote):/.test(line));
  const said = (fatal.length > 0 ? fatal : lines.filter((line) => line !== '')).join(' ');
  return said.length > MAX_MESSAGE ? `${said.slice(0, MAX_MESSAGE)}…` : said;
}
