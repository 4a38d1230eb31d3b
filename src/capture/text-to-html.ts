/** The paragraphs of a text as HTML; a text that is HTML already stays as it is. */
export function textToHtml(text: string): string {
  if (/<(?:p|br|div)[\s>/]/i.test(text)) return text;
  const escaped = text
    .replace(/&(?![a-z#][a-z0-9]*;)/gi, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
  const separator = /\n\s*\n/.test(escaped) ? /\n\s*\n/ : /\n/;
  return escaped
    .split(separator)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('\n');
}
