import { createHash } from 'node:crypto';
import { redactCredentials } from '../../src/text/redact-credentials.ts';

/** A Git repository of snapshots, as configured. */
export interface Remote {
  /** Names the mirror's folder and its files in the library: the same for the same repository and folder. */
  name: string;
  /** For the operator, without a password. */
  label: string;
  /** May contain a password. */
  url: string;
  /** Only this folder of the repository; undefined for all of it. */
  folder: string | undefined;
  /** Whether the repository is on this machine. */
  isLocal: boolean;
}

const MAX_SLUG = 60;
/** `user@host:path`, which is no URL; a host that begins with a hyphen would be an option of ssh. */
const SCP_LIKE = /^(?:[\w.-]+@)?([a-z0-9][a-z0-9.-]+):(?!\/\/)([^\s\\:-][^\s\\]*)$/i;
const SEGMENT = /^[^\s\\:*?"<>|-][^\\:*?"<>|]*$/;

/** Parses an entry of `MIRRORS`: an https, ssh or file address, with a folder after `#`. Returns undefined for anything else. */
export function parseRemote(entry: string): Remote | undefined {
  const [url = '', folder] = entry.split(/#(.*)/s, 2);
  const place = parsePlace(url);
  if (place === undefined || (folder !== undefined && !isFolder(folder))) return undefined;
  const { host, path, isLocal } = place;
  const repository = `${host}/${path.replace(/^\/+|\/+$/g, '').replace(/\.git$/i, '')}`;
  const identity = folder === undefined ? repository : `${repository}#${folder}`;
  const slug = identity
    .replace(/[^a-z0-9.]+/gi, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(-MAX_SLUG);
  const hash = createHash('sha256').update(identity).digest('hex').slice(0, 8);
  return { name: `${slug.replace(/^[-.]+/, '')}-${hash}`, label: redactCredentials(entry), url, folder, isLocal };
}

function parsePlace(url: string): { host: string; path: string; isLocal: boolean } | undefined {
  if (url.startsWith('-') || /[\s\p{Cc}]/u.test(url)) return undefined;
  const [, host, path] = SCP_LIKE.exec(url) ?? [];
  if (host !== undefined && path !== undefined) return { host: host.toLowerCase(), path, isLocal: false };
  const parsed = URL.parse(url);
  if (parsed === null || parsed.pathname.length < 2) return undefined;
  const isLocal = parsed.protocol === 'file:';
  if (isLocal) return parsed.host === '' ? { host: '', path: parsed.pathname, isLocal } : undefined;
  if (!['https:', 'ssh:'].includes(parsed.protocol) || !/^[a-z0-9[]/i.test(parsed.host)) return undefined;
  return { host: parsed.host, path: parsed.pathname, isLocal };
}

/** A path inside the repository. */
function isFolder(folder: string): boolean {
  return folder.split('/').every((part) => SEGMENT.test(part) && !/^\.+$|^\.git$/i.test(part));
}
