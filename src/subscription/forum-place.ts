import type { Address } from './address.ts';

/** Where in a forum digests can come: into the post asked in, or each as a post of its own. */
export const forumPlaces = ['in:post', 'in:forum'] as const;

export type ForumPlace = (typeof forumPlaces)[number];

/** Where digests come that are asked for at an address: right there, unless the forum around it is meant. */
export function toForumPlace({ platform, chat, thread, server }: Address, place: ForumPlace | undefined): Address {
  const around = { platform, chat, ...(server !== undefined && { server }) };
  return thread === undefined || place === 'in:forum' ? around : { ...around, thread };
}
