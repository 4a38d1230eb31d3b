/** An entry of `makeRss`; its page is named after it. */
export interface FakeItem {
  name: string;
  at?: Date;
  link?: string;
  description?: string;
}

/** A feed in RSS with these entries, in this order. */
export function makeRss(items: readonly FakeItem[], title = 'Harbour News'): string {
  const head = `<title>${title}</title><link>https://example.org/</link>`;
  return `<?xml version="1.0"?><rss version="2.0"><channel>${head}${items.map(makeItem).join('')}</channel></rss>`;
}

function makeItem({ name, at, link, description = `About ${name}.` }: FakeItem): string {
  const parts = [
    `<title>${name}</title><link>${link ?? `https://example.org/${name}`}</link><guid>${name}</guid>`,
    at === undefined ? '' : `<pubDate>${at.toUTCString()}</pubDate>`,
    `<description>${description}</description>`,
  ];
  return `<item>${parts.join('')}</item>`;
}
