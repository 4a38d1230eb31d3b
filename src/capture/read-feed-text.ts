import { escapeAttribute, serializeHtml } from '../html/serialize-html.ts';
import { parseHtml } from '../html/tree/parse-html.ts';
import { articleText } from './article-text.ts';
import type { Completeness, FeedText } from './capture.ts';
import { isNeverWritten } from './is-never-written.ts';
import { textToHtml } from './text-to-html.ts';

/** The text that a feed has of an entry. */
export interface TextOfFeed {
  html: string;
  text: string;
  completeness: Exclude<Completeness, 'full'>;
}

/** The whole text in a feed, else its teaser, else only a link; undefined if there is not even a title. */
export function readFeedText({ title, contentHtml, summaryHtml }: FeedText, url: string): TextOfFeed | undefined {
  const context = { url, title: title ?? '' };
  const read = (source: string | null) => {
    const html = serializeHtml(parseHtml(textToHtml(source ?? '')), { skips: isNeverWritten });
    return { html, text: articleText(html, context) };
  };
  const [content, summary] = [read(contentHtml), read(summaryHtml)];
  if (content.text.length > summary.text.length) return { ...content, completeness: 'feed' };
  const link = `<p><a href="${escapeAttribute(url)}">${escapeAttribute(context.title)}</a></p>`;
  if (summary.text !== '') return { ...summary, completeness: 'summary' };
  return context.title === '' ? undefined : { html: link, text: '', completeness: 'summary' };
}
