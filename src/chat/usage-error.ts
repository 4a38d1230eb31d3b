import type { Action, View } from '../view/view.ts';

/** A caller's mistake: the message is for the caller, in their language, with what can be pressed instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly actions: readonly Action[];
  readonly list: View['list'];

  constructor(message: string, offer: { actions?: readonly Action[]; list?: View['list'] } = {}) {
    super(message);
    this.actions = offer.actions ?? [];
    this.list = offer.list;
  }
}
