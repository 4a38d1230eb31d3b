/** Characters that XML forbids, https://www.w3.org/TR/xml/#charsets, written raw or as a reference. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|&#(?:0*(?:[0-8]|1[1-9a-f]|2[0-9]|3[01])|x0*(?:[0-8bcef]|1[0-9a-f]));/gi;
/** A document type may declare entities that grow without end, or that read files. */
const DOCTYPE = /<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>/i;
/** It comes before the first element. */
const HEAD_UNITS = 20_000;
const START = /<(?:\?xml|rss|feed|rdf:RDF)[\s>]/i;
const LAST_END = /^[\s\S]*<\/(?:item|entry)\s*>/i;

/** Removes what comes before the XML, what XML forbids, and what nobody needs in a feed. */
export function cleanXml(text: string): string {
  const start = START.exec(text)?.index ?? 0;
  const body = start + HEAD_UNITS;
  return (text.slice(start, body).replace(DOCTYPE, '') + text.slice(body)).replace(FORBIDDEN, '');
}

/** A feed that was cut off, up to its last whole entry; undefined if it has none. */
export function closeCutOffFeed(text: string): string | undefined {
  const whole = LAST_END.exec(text)?.[0];
  if (whole === undefined) return undefined;
  if (/<feed[\s>]/i.test(whole)) return `${whole}</feed>`;
  if (/<rdf:RDF[\s>]/i.test(whole)) return `${whole}</rdf:RDF>`;
  return `${whole}</channel></rss>`;
}
