import { PermissionFlagsBits } from 'discord.js';

/** Whether a user with these permissions may manage the bot. In a direct message, which has no permissions, everyone may. */
export function mayManage(permissions: string | undefined): boolean {
  const { Administrator, ManageGuild } = PermissionFlagsBits;
  return permissions === undefined || (BigInt(permissions) & (Administrator | ManageGuild)) !== 0n;
}
