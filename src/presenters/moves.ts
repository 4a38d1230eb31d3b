import type { Article, Section } from '../article/article.ts';
import type { Audience } from '../locales/audience.ts';
import type { Action, View } from '../view/view.ts';

/** Buttons for the previous section, the contents, and the next section. */
export function sectionMoves({ id, sections }: Article, section: Section, { t }: Audience): Action[] {
  const at = sections.findIndex(({ number }) => number === section.number);
  const [before, after] = [sections[at - 1], sections[at + 1]];
  return [
    ...(before ? [move(t('button.previous'), `/section ${id} ${before.number}`)] : []),
    move(t('button.contents'), `/article ${id}`),
    ...(after ? [move(t('button.next'), `/section ${id} ${after.number}`)] : []),
  ];
}

/** Buttons from pictures or links back to their section or article. */
export function backMoves({ id }: Article, section: Section | undefined, { t }: Audience): Action[] {
  return section
    ? [move(t('button.back'), `/section ${id} ${section.number}`), move(t('button.contents'), `/article ${id}`)]
    : [move(t('button.contents'), `/article ${id}`)];
}

/** What a view is about that shows the pictures or links of an article or section. */
export function asideOf({ id: article }: Article, section: Section | undefined): NonNullable<View['about']> {
  return section ? { article, section: section.number } : { article, aside: true };
}

/** Buttons for the newer and older page of a list. */
export function pageMoves(
  { newer, older }: { newer?: string | undefined; older?: string | undefined },
  { t }: Audience,
): Action[] {
  return [
    ...(newer === undefined ? [] : [move(t('button.newer'), newer)]),
    ...(older === undefined ? [] : [move(t('button.older'), older)]),
  ];
}

function move(label: string, command: string): Action {
  return { label, role: 'move', command };
}
