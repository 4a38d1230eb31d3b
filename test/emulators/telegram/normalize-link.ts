const LINK = /^(?:https?:\/\/)?(?:([^/?#]*)@)?(\[[\d:a-f.]+\]|[^/?#:@[\]\s]*)(?::(\d+))?([/?#].*)?$/is;
const OWN_LINK = /^tg:(?:\/\/)?[\w-]+(?:[/?#].*)?$/is;
const OTHER_PROTOCOL = /^(?!https?:)[^:/?#@[\]]*:\/\//i;
/** The characters that are valid in a host or user name; all non-ASCII characters are. */
const HOST_TEXT = /^(?:[\w.\-!$,~*'();&+=:\u0080-\u{10ffff}]|%[\da-f]{2})*$/iu;

/** The address as Telegram stores it; undefined if Telegram drops the link and keeps its text. */
export function normalizeLink(address: string): string | undefined {
  if (OWN_LINK.test(address)) return address;
  const [match, login = '', host = '', port, rest = ''] = LINK.exec(address) ?? [];
  if (match === undefined || OTHER_PROTOCOL.test(address)) return undefined;
  const isName = host.includes('.') && host !== '.' && HOST_TEXT.test(host);
  const named = host.startsWith('[') ? URL.canParse(`http://${host}/`) : isName;
  const reachable = port === undefined || (Number(port) > 0 && Number(port) <= 65535);
  if (!named || !reachable || !HOST_TEXT.test(login)) return undefined;
  const protocol = /^https:/i.test(address) ? 'https' : 'http';
  const path = rest.trimEnd().replace(/[\u0000-\u0020]/g, (space) => encodeURIComponent(space));
  const before = login === '' ? '' : `${login}@`;
  const after = port === undefined ? '' : `:${Number(port)}`;
  return `${protocol}://${before}${host.toLowerCase()}${after}${path.startsWith('/') ? '' : '/'}${path}`;
}
