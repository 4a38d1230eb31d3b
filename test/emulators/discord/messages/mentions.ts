import { fieldsOf, listOf } from '../call.ts';
import type { Component, Pings } from '../model.ts';
import { walkComponents } from '../walk.ts';

interface MessageTexts {
  content: string;
  components: readonly Component[];
}

/** Finds whom a message notifies: the mentions in its texts that `allowed_mentions` permits. */
export function findPings({ content, components }: MessageTexts, allowed: unknown): Pings {
  const texts = [content, ...walkComponents(components).map(({ component }) => component.content ?? '')];
  const text = texts.join('\n');
  const all = {
    everyone: /@(?:everyone|here)/.test(text),
    users: findIds(text, /<@!?(\d+)>/g),
    roles: findIds(text, /<@&(\d+)>/g),
  };
  if (allowed === undefined || allowed === null) return all;
  const { parse, users, roles } = fieldsOf(allowed);
  const kinds = listOf(parse);
  return {
    everyone: all.everyone && kinds.includes('everyone'),
    users: all.users.filter((id) => kinds.includes('users') || listOf(users).includes(id)),
    roles: all.roles.filter((id) => kinds.includes('roles') || listOf(roles).includes(id)),
  };
}

function findIds(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, id = '']) => id))];
}
