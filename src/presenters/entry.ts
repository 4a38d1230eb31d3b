import type { ArticleEntry } from '../library/entry.ts';
import type { Audience } from '../locales/audience.ts';
import { numberedLabel } from '../view/label.ts';
import { dateSpan } from '../view/spans.ts';
import type { Action, Span } from '../view/view.ts';

type ListedEntry = Pick<ArticleEntry, 'title' | 'source' | 'publishedAt'>;

/** An article in a list: its title, source and date. */
export function entrySpans(entry: ListedEntry, audience: Audience): Span[] {
  return [{ kind: 'strong', text: entry.title }, ...onNextLine(whereAndWhen(entry, audience))];
}

/** The source and date of an article, as secondary text. */
export function whereAndWhen({ source, publishedAt }: Omit<ListedEntry, 'title'>, audience: Audience): Span[] {
  const date = dateSpan(publishedAt, audience);
  if (date?.kind === 'time') return [subtle(`${source} · `), date];
  return [subtle([source, ...(date === undefined ? [] : [date.text])].join(' · '))];
}

/** Spans on a line of their own, below what is before them. */
export function onNextLine([first, ...rest]: readonly Span[]): Span[] {
  return first === undefined ? [] : [{ ...first, text: `\n${first.text}` }, ...rest];
}

function subtle(text: string): Span {
  return { kind: 'subtle', text };
}

/** Articles as numbered buttons; `command` makes the command of each. */
export function entryActions(
  entries: readonly Pick<ArticleEntry, 'id' | 'title'>[],
  { first = 1, command = (id) => `/article ${id}` }: { first?: number; command?: (id: string) => string } = {},
): Action[] {
  return entries.map(({ id, title }, index) => ({
    label: numberedLabel(first + index, title),
    role: 'contents',
    command: command(id),
  }));
}
