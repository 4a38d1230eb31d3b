import type { Address } from './address.ts';

/** Where digests go in a forum: into the current post, or each into a new post. */
export const forumPlaces = ['in:post', 'in:forum'] as const;

export type ForumPlace = (typeof forumPlaces)[number];

/** The address for the digests of a subscription: the current place, or the forum around it. */
export function toForumPlace({ platform, chat, thread, server }: Address, place: ForumPlace | undefined): Address {
  const around = { platform, chat, ...(server !== undefined && { server }) };
  return thread === undefined || place === 'in:forum' ? around : { ...around, thread };
}
