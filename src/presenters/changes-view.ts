import type { Article } from '../article/article.ts';
import type { SectionChange } from '../library/list-changes.ts';
import type { ArticleVersion } from '../library/versions.ts';
import type { Audience } from '../locales/audience.ts';
import { formatDate } from '../locales/format-date.ts';
import { sectionLabel } from '../view/label.ts';
import { dateSpan, fillBlank, openAction, plain, subline, text } from '../view/spans.ts';
import type { Action, Block, View } from '../view/view.ts';

interface Changes {
  article: Article;
  /** The version that it is compared with, as `ArticleVersion` counts. */
  version: number;
  earlierTitle: string;
  sections: readonly SectionChange[];
  versions: readonly ArticleVersion[];
}

/** So many paragraphs of a section are shown; the section has the rest. */
const MAX_SHOWN = 5;

/** What changed in an article since an earlier version: its headline, and the paragraphs of each section. */
export function changesView({ article, version, earlierTitle, sections, versions }: Changes, audience: Audience): View {
  const { t } = audience;
  const { id, title, url } = article;
  const compared = versions[version - 1];
  const date = compared && dateSpan(compared.stampedAt ?? compared.addedAt, audience);
  const since =
    date === undefined ? [plain(t('changes.title'))] : fillBlank((blank) => t('changes.since', { date: blank }), date);
  return {
    blocks: [
      { kind: 'heading', spans: [{ kind: 'link', text: title, url }] },
      { kind: 'text', subtle: true, spans: since },
      ...(earlierTitle === title ? [] : [text(t('changes.headline', { title: earlierTitle }))]),
      ...sections.flatMap((change) => sectionBlocks(change, audience)),
      ...(sections.length === 0 && earlierTitle === title ? [text(t('changes.none'))] : []),
    ],
    actions: [
      ...sections.filter(({ kind }) => kind !== 'removed').map((change) => openSection(id, change, audience)),
      { label: t('button.contents'), role: 'move', command: `/article ${id}` },
      ...versions.flatMap((one, index) => compareWith(id, { one, index, version }, audience)),
    ],
    about: { article: id },
  };
}

function sectionBlocks({ kind, section, gained, lost }: SectionChange, audience: Audience): Block[] {
  const { t } = audience;
  const label = sectionLabel(section, audience);
  const heading =
    kind === 'changed' ? label : `${label} · ${t(kind === 'added' ? 'changes.added' : 'changes.removed')}`;
  return [
    { kind: 'text', spans: [{ kind: 'strong', text: heading }] },
    ...shorten(gained, (words) => text(words)),
    ...(lost.length > 0 && kind === 'changed' ? subline([t('changes.before')]) : []),
    ...shorten(lost, (words): Block => ({ kind: 'quote', spans: [{ kind: 'plain', text: words }] })),
  ];
}

function shorten(texts: readonly string[], toBlock: (words: string) => Block): Block[] {
  const rest = texts.length > MAX_SHOWN ? [text('…')] : [];
  return [...texts.slice(0, MAX_SHOWN).map(toBlock), ...rest];
}

function openSection(id: string, { section }: SectionChange, audience: Audience): Action {
  return { label: sectionLabel(section, audience), role: 'contents', command: `/section ${id} ${section.number}` };
}

/** A button for each other earlier version. */
function compareWith(
  id: string,
  { one, index, version }: { one: ArticleVersion; index: number; version: number },
  audience: Audience,
): Action[] {
  const number = index + 1;
  const date = dateOf(one, audience);
  if (number === 1 || number === version || date === undefined) return [];
  return [openAction(audience.t('button.changesSince', { date }), `/changes ${id} ${number}`)];
}

function dateOf(version: ArticleVersion | undefined, audience: Audience): string | undefined {
  return version && formatDate(version.stampedAt ?? version.addedAt, audience);
}
