/** Parameters in which services that count clicks carry the address of the page. */
const PARAMETERS = [
  'url',
  'u',
  'q',
  'target',
  'dest',
  'destination',
  'redirect',
  'redirect_url',
  'redirect_to',
  'goto',
  'to',
  'link',
];
/** The last part of the path of such a service. */
const SERVICE =
  /(?:^|\/)(?:url|redir(?:ect)?|r|rd|click|clickthru|out(?:bound)?|away|exit|goto|go|l|l\.php|link|linkout|track|viewer|external)(?:\.\w{2,4})?\/?$/i;
const MAX_WRAPPERS = 3;

/** The address of the page itself, if a redirect service carries it in the open; else the address as it is. */
export function unwrapAddress(address: string): string {
  let url = address;
  for (let depth = 0; depth < MAX_WRAPPERS; depth += 1) {
    const inner = inParameter(url) ?? inEncodedPath(url);
    if (inner === undefined) return url;
    url = inner;
  }
  return url;
}

function inParameter(address: string): string | undefined {
  const url = URL.parse(address);
  if (url === null || !SERVICE.test(url.pathname)) return undefined;
  return PARAMETERS.map((name) => url.searchParams.get(name)).find(isWeb);
}

/** Aggregators put a message with the address into the path, in base64. */
function inEncodedPath(address: string): string | undefined {
  const last = URL.parse(address)?.pathname.split('/').at(-1) ?? '';
  if (!/^[\w-]{40,2000}=*$/.test(last)) return undefined;
  const bytes = Buffer.from(last, 'base64url').toString('latin1');
  const found = /https?:\/\/[\x21-\x7e]+/.exec(bytes)?.[0];
  return isWeb(found) ? found : undefined;
}

function isWeb(address: string | null | undefined): address is string {
  return typeof address === 'string' && /^https?:\/\/[^/]*\./i.test(address) && URL.canParse(address);
}
