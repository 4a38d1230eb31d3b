import type { Article } from '../article/article.ts';
import { linksOf } from '../article/links-of.ts';
import type { ArticleVersion } from '../library/versions.ts';
import type { Audience } from '../locales/audience.ts';
import { numberedLabel, sectionLabel } from '../view/label.ts';
import { mainPicture, picturesOf } from '../view/picture.ts';
import { dateSpan, fillBlank, openAction, subline, text } from '../view/spans.ts';
import type { Action, Block, View } from '../view/view.ts';
import { readingMinutes } from './reading-time.ts';
import { type Related, relatedActions } from './related-view.ts';

/** An article with an optional summary by a language model. */
export type ShownArticle = Article & { written?: string };

/** What is known besides an article: versions, keywords, related articles, and where else it can be read. */
export interface ArticleContext extends Related {
  versions: readonly ArticleVersion[];
  /** Its address on the page of the bot, if others can open it. */
  page?: string | undefined;
}

/** An article's card: its title, summary and main picture, with its contents as buttons. */
export function articleView(article: ShownArticle, around: ArticleContext, audience: Audience): View {
  const { id, title, url, source, authors, publishedAt } = article;
  const { t } = audience;
  const picture = mainPicture(article);
  return {
    blocks: [
      { kind: 'heading', spans: [{ kind: 'link', text: title, url }] },
      ...subline([
        source,
        dateSpan(publishedAt, audience),
        t('about.minutes', { count: readingMinutes(article) }),
        authors.join(t('join.names')),
      ]),
      ...summaryBlocks(article, audience),
      ...textOriginBlocks(article, audience),
      ...(picture ? [{ kind: 'image', picture } as const] : []),
      ...keywordBlocks(around, audience),
      ...earlierVersions(around.versions, audience),
    ],
    actions: [...contentsActions(article, audience), ...openActions(article, around, audience)],
    about: { article: id },
  };
}

/** A generated summary is marked as such. */
function summaryBlocks({ written, sections, summary }: ShownArticle, { t }: Audience): Block[] {
  if (written !== undefined) return [text(written), ...subline([t('about.machineWritten')])];
  const extract = sections[0]?.summary || summary;
  return extract === '' ? [] : [text(extract)];
}

/** Says where the text is from if it is not the page's own. */
function textOriginBlocks({ textFrom }: ShownArticle, { t }: Audience): Block[] {
  if (textFrom === undefined) return [];
  return subline([t(textFrom === 'feed' ? 'about.fromFeed' : 'about.fromSummary')]);
}

/** The sections as buttons. The lead has none: the button to read from the start opens it. */
function contentsActions({ id, sections }: Pick<Article, 'id' | 'sections'>, audience: Audience): Action[] {
  return sections
    .filter(({ number }) => number > 0)
    .map((section) => ({
      label: numberedLabel(section.number, sectionLabel(section, audience)),
      role: 'contents',
      command: `/section ${id} ${section.number}`,
    }));
}

function keywordBlocks({ keywords }: Related, { t }: Audience): Block[] {
  return keywords.length === 0 ? [] : subline([t('about.keywords', { words: keywords.join(t('join.names')) })]);
}

function openActions({ id, url, sections, textFrom }: Article, around: ArticleContext, audience: Audience): Action[] {
  const { versions, page, ...related } = around;
  const { t } = audience;
  const images = picturesOf(sections).length;
  const links = linksOf(sections).length;
  const first = sections.find(({ text: blocks, media }) => blocks.length + media.length > 0);
  const isWhole = sections.length === 1 && textFrom !== 'summary';
  const read = isWhole ? t('button.readAll') : t('button.read');
  return [
    ...(first ? [{ label: read, role: 'read', command: `/section ${id} ${first.number}` } as const] : []),
    ...(images > 0 ? [openAction(t('button.images', { count: images }), `/images ${id}`)] : []),
    ...(links > 0 ? [openAction(t('button.links', { count: links }), `/links ${id}`)] : []),
    { label: t('button.original'), role: 'open', url },
    ...(page === undefined ? [] : [{ label: t('button.page'), role: 'open', url: page } as const]),
    ...relatedActions(id, related, audience),
    ...(versions.length > 1 ? [openAction(t('button.changes'), `/changes ${id}`)] : []),
    openAction(t('button.save'), `/save ${id}`),
  ];
}

function earlierVersions(versions: readonly ArticleVersion[], audience: Audience): Block[] {
  const [latest] = versions.slice(1);
  if (latest === undefined) return [];
  const count = versions.length - 1;
  const date = dateSpan(latest.stampedAt ?? latest.addedAt, audience);
  const { t } = audience;
  if (date === undefined) return subline([t('about.versionsUndated', { count })]);
  return [
    { kind: 'text', subtle: true, spans: fillBlank((blank) => t('about.versions', { count, date: blank }), date) },
  ];
}
