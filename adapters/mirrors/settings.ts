import { z } from 'zod';
import { defineSettings, type Environment, type Settings } from '../../src/config.ts';
import { intervalSetting } from '../../src/interval-setting.ts';
import { parseRemote, type Remote } from './remote.ts';

/** The Git repositories that are mirrored. */
export interface MirrorsSettings {
  remotes: readonly Remote[];
  everyMs: number;
  /** The environment of `git`: what finds its configuration, keys and proxies, and no secret of ours. */
  environment: Readonly<Record<string, string>>;
}

const EXAMPLE = 'https://github.com/duty-machine/news.git';
/** Names of variables that `git`, `ssh` and their helpers read. */
const PASSED =
  /^(?:PATH|PATHEXT|HOME|USER|LOGNAME|USERPROFILE|APPDATA|LOCALAPPDATA|PROGRAMDATA|SYSTEMROOT|TMPDIR|TEMP|TMP|XDG_CONFIG_HOME|SSH_AUTH_SOCK|SSL_CERT_(?:FILE|DIR)|GIT_SSL_CAINFO|GIT_SSH_COMMAND|(?:HTTPS?|ALL|NO)_PROXY)$/i;

const settings = defineSettings(
  z.object({
    MIRRORS: z.string().default('').transform(readRemotes),
    MIRRORS_EVERY: intervalSetting({ from: '10s', to: '24d', default: '15m' }),
  }),
  ({ MIRRORS: remotes, MIRRORS_EVERY: everyMs }, env): MirrorsSettings => ({
    remotes,
    everyMs,
    environment: Object.fromEntries(
      Object.entries(env).flatMap(([name, value]) => (value !== undefined && PASSED.test(name) ? [[name, value]] : [])),
    ),
  }),
);

/** The settings of the mirrors. A repository on this machine must be allowed by `FETCH_ALLOW`. */
export const mirrorsSettings: Settings<MirrorsSettings> = {
  ...settings,
  read(env) {
    const found = settings.read(env);
    if ('problems' in found || allowsFiles(env) || !found.value.remotes.some(({ isLocal }) => isLocal)) return found;
    return { problems: ['MIRRORS names a file: address. Add file: to FETCH_ALLOW to allow that.'] };
  },
};

function allowsFiles({ FETCH_ALLOW: allowed = '' }: Environment): boolean {
  return allowed.split(',').some((entry) => entry.trim().toLowerCase() === 'file:');
}

/** Messages never repeat an address, since it may contain a password. */
function readRemotes(text: string, context: z.RefinementCtx): Remote[] {
  const entries = text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  const remotes = entries.map(parseRemote);
  const wrong = remotes.indexOf(undefined);
  if (wrong >= 0) {
    const which = entries.length > 1 ? ` at entry ${wrong + 1}` : '';
    const message = `is not a list of Git repositories${which}. Use https or ssh addresses with commas between, such as ${EXAMPLE}, and #folder for one folder only.`;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  }
  const known = remotes.filter((one) => one !== undefined);
  return [...new Map(known.map((remote) => [remote.name, remote])).values()];
}
