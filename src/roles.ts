import { z } from 'zod';
import { defineSettings } from './config.ts';

const KNOWN = ['chat', 'deliver', 'collect'] as const;

/** What a process does: it answers people, sends digests, or reads folders, mirrors and feeds. */
export type Roles = ReadonlySet<(typeof KNOWN)[number]>;

/** A process that does everything. */
export const ALL_ROLES: Roles = new Set(KNOWN);

/** The roles of this process. */
export const rolesSettings = defineSettings(
  z.object({ ROLES: z.string().default(KNOWN.join(',')).transform(toRoles) }),
  ({ ROLES }) => ROLES,
);

function toRoles(typed: string, context: z.RefinementCtx): Roles {
  const names = typed.toLowerCase().split(',');
  const roles = names.flatMap((name) => KNOWN.find((known) => known === name.trim()) ?? []);
  if (roles.length === names.length) return new Set(roles);
  context.addIssue({ code: 'custom', message: `is not a list of roles. Use some of ${KNOWN.join(',')}.` });
  return z.NEVER;
}
