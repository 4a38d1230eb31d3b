import type { Article, Section } from '../article/article.ts';
import type { Audience } from '../locales/audience.ts';
import type { Action } from '../view/view.ts';

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
