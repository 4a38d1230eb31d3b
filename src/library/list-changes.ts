import type { Article, Section } from '../article/article.ts';
import { blockText } from '../article/block-text.ts';
import { matchSections, pair } from './diff.ts';

/** How one section differs between two versions of an article. A removed one is a section of the earlier version. */
export interface SectionChange {
  kind: 'added' | 'changed' | 'removed';
  section: Section;
  /** The texts of the blocks that are only in the later version, and only in the earlier one. */
  gained: readonly string[];
  lost: readonly string[];
}

/** Lists the changes of the text: the sections of the later version in order, then the removed ones. */
export function listChanges(earlier: Article, later: Article): SectionChange[] {
  const { added, changed, removed } = matchSections(earlier.sections, later.sections);
  const gained = [
    ...added.map((section): SectionChange => ({ kind: 'added', section, gained: textsOf(section), lost: [] })),
    ...changed.map(([before, after]) => compareText(before, after)),
  ];
  return [
    ...gained.toSorted((one, other) => one.section.number - other.section.number),
    ...removed.map((section): SectionChange => ({ kind: 'removed', section, gained: [], lost: textsOf(section) })),
  ].filter((change) => change.gained.length + change.lost.length > 0);
}

function compareText(before: Section, after: Section): SectionChange {
  const toItems = (section: Section) => textsOf(section).map((text) => ({ text }));
  const { earlier, later } = pair(toItems(before), toItems(after), ({ text }) => text);
  return {
    kind: 'changed',
    section: after,
    gained: later.map(({ text }) => text),
    lost: earlier.map(({ text }) => text),
  };
}

function textsOf({ text }: Section): string[] {
  return text.map(blockText).filter((words) => words.trim() !== '');
}
