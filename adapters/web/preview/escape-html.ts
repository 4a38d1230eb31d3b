const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes text for an element or an attribute in quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (char) => REFERENCES[char] ?? char);
}

/** The start tag of a link; undefined for anything but a web address. */
export function openLink(url: string): string | undefined {
  const isWeb = /^https?:\/\//iu.test(url) && URL.canParse(url);
  return isWeb ? `<a href="${escapeHtml(url)}" rel="noreferrer nofollow" target="_blank">` : undefined;
}

/** A link around HTML, which stays alone if the address is none of the web. */
export function linkHtml(url: string, inner: string): string {
  const start = openLink(url);
  return start === undefined ? inner : `${start}${inner}</a>`;
}
