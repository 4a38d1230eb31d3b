/** An object of JSON-LD. */
export type LdNode = Readonly<Record<string, unknown>>;

const SCRIPT = /<script\b[^>]*\btype\s*=\s*["']?application\/ld\+json[^>]*>/gi;
const END = '</script';
/** A page has about five; the limits keep a hostile one cheap. */
const MAX_SCRIPTS = 50;
const MAX_UNITS = 2_000_000;
const MAX_NODES = 2000;
/** Where the nodes that describe the page itself are; others, such as `hasPart`, describe other pages. */
const CONTAINERS = ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemReviewed'];

/** Reads the JSON-LD of a page into its top nodes, in order. Skips what cannot be parsed. */
export function readJsonLd(html: string): LdNode[] {
  const waiting: unknown[] = [...scriptsOf(html).map(parseLenient)];
  const nodes: LdNode[] = [];
  for (let at = 0; at < waiting.length && nodes.length < MAX_NODES; at += 1) {
    const next = waiting[at];
    if (isNode(next)) nodes.push(next);
    waiting.push(...childrenOf(next));
  }
  return nodes;
}

function childrenOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return (value as unknown[]).slice(0, MAX_NODES);
  return isNode(value) ? CONTAINERS.map((name) => value[name]).filter((child) => typeof child === 'object') : [];
}

/** Whether a value is an object that is no list. */
export function isNode(value: unknown): value is LdNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as a list: lists may be written as a single value. */
export function toList(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** The types of a node, without the address of the vocabulary. */
export function typesOf(node: LdNode): string[] {
  return toList(node['@type']).flatMap((type) => (typeof type === 'string' ? (type.split(/[/#]/).at(-1) ?? []) : []));
}

function* scriptsOf(html: string): Generator<string> {
  SCRIPT.lastIndex = 0;
  for (let count = 0; count < MAX_SCRIPTS; count += 1) {
    const tag = SCRIPT.exec(html);
    if (tag === null) return;
    const start = tag.index + tag[0].length;
    const end = indexOfEnd(html, start);
    if (end < 0) return;
    if (end - start <= MAX_UNITS) yield html.slice(start, end);
    SCRIPT.lastIndex = end;
  }
}

function indexOfEnd(html: string, from: number): number {
  const end = html.indexOf(END, from);
  return end < 0 ? html.indexOf(END.toUpperCase(), from) : end;
}

/** JSON as sites write it: in a comment, with line breaks in texts, with a comma or semicolon too much. */
function parseLenient(source: string): unknown {
  const bare = source
    .trim()
    .replace(/^(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/)/, '')
    .replace(/(?:-->|(?:\/\/\s*|\/\*\s*)?\]\]>(?:\s*\*\/)?)$/, '')
    .replace(/;\s*$/, '');
  return (
    parse(bare) ??
    parse(bare.replace(/[\u0000-\u001f]+/g, ' ').replace(/,(?=\s*[\]}])/g, '')) ??
    parse(bare.replace(/[\u0000-\u001f]+/g, ' ').replace(/\\(?!["\\/bfnrtu])/g, '\\\\'))
  );
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
