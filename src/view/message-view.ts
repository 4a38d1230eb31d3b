import type { Action, View } from './view.ts';

/** A plain sentence with buttons. */
export function messageView(
  text: string,
  { actions = [], list }: { actions?: readonly Action[]; list?: View['list'] | undefined } = {},
): View {
  return { blocks: [{ kind: 'text', spans: [{ kind: 'plain', text }] }], actions, ...(list && { list }) };
}
