import type { Audience } from '../../locales/audience.ts';
import type { Address } from '../../subscription/address.ts';
import type { ForumPlace } from '../../subscription/forum-place.ts';
import type { Subscription } from '../../subscription/subscription.ts';
import { openAction } from '../../view/spans.ts';
import type { Action } from '../../view/view.ts';

/** Describes where in a forum the digests of a subscription go; undefined outside forums. */
export function describeForumPlace({ to }: Subscription, where: Address, { t }: Audience): string | undefined {
  if (where.forum !== true) return undefined;
  return t(to.thread === undefined ? 'subscription.inForum' : 'subscription.inPost');
}

/** In a forum, the button that sends the digests to the other place of it. */
export function forumPlaceActions({ id, to }: Subscription, where: Address, { t }: Audience): Action[] {
  if (where.forum !== true) return [];
  const other: ForumPlace = to.thread === undefined ? 'in:post' : 'in:forum';
  return [openAction(t(other === 'in:forum' ? 'button.inForum' : 'button.inPost'), `/subscribe #${id} ${other}`)];
}
