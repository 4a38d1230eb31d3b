import type { Action } from '../view/view.ts';

/** The actions of a view by role. Those that cannot be buttons on the platform are in `textOnly`. */
export interface ActionGroups {
  contents: Action[];
  read: Action[];
  move: Action[];
  open: Action[];
  textOnly: Action[];
  /** Whether the moves come after everything else that can be pressed, such as the way back from a menu. */
  isMoveLast: boolean;
}

/** Groups actions in their order. */
export function groupActions(actions: readonly Action[], canBeButton: (action: Action) => boolean): ActionGroups {
  const groups = Object.groupBy(actions, (action) => (canBeButton(action) ? action.role : 'textOnly'));
  const isMoveLast = actions.length > 1 && actions.at(-1)?.role === 'move';
  return { contents: [], read: [], move: [], open: [], textOnly: [], ...groups, isMoveLast };
}
