import { PermissionFlagsBits } from 'discord.js';

/** Whether a user with these permissions may manage the bot. In a direct message, which has no permissions, everyone may. */
export function mayManage(permissions: string | undefined): boolean {
  const { Administrator, ManageGuild } = PermissionFlagsBits;
  return permissions === undefined || (BigInt(permissions) & (Administrator | ManageGuild)) !== 0n;
}

/** Whether Discord's own rules for commands do not apply to a user with these permissions. */
export function isAdministrator(permissions: string): boolean {
  return (BigInt(permissions) & PermissionFlagsBits.Administrator) !== 0n;
}
