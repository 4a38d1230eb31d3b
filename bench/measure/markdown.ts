/** The content of a Markdown text, without its markup. */
export interface Markdown {
  text: string;
  headings: string[];
  images: string[];
  links: string[];
}

const IMAGE = /!\[[^\]]*\]\(([^)\s]+)[^)]*\)/gu;
const LINK = /\[([^\]]*)\]\(([^)\s]+)[^)]*\)/gu;

/** Parses simple Markdown: headings, emphasis, images, links, fenced code and tables; spaces separate table cells. */
export function readMarkdown(markdown: string): Markdown {
  const images = [...markdown.matchAll(IMAGE)].map((match) => match[1] ?? '');
  const rest = markdown.replace(IMAGE, '');
  const links = [...rest.matchAll(LINK)].map((match) => match[2] ?? '');
  const outsideCode = rest.replace(LINK, '$1').replace(/^```[\s\S]*?^```$/gmu, '');
  const headings = [...outsideCode.matchAll(/^#{1,6}\s+(.+)$/gmu)].map((match) => match[1] ?? '');
  return {
    text: rest
      .replace(LINK, '$1')
      .split(/^```.*$/mu)
      .map(readPart)
      .join('\n'),
    headings,
    images,
    links,
  };
}

/** Every second part is code, which is unchanged. */
function readPart(text: string, index: number): string {
  if (index % 2 === 1) return text;
  const lines = text.split('\n').filter((line) => !/^\|[\s|:-]+$/u.test(line));
  return lines.map((line) => line.replace(/^#{1,6}\s+|^[-*+>]\s+|[*`|]+/gu, ' ').trim()).join('\n');
}
