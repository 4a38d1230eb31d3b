import { PermissionFlagsBits } from 'discord.js';

/** Whether somebody with these permissions may manage the bot: in a server whoever may manage it, in a direct message everyone. */
export function mayManage(permissions: string | undefined): boolean {
  const { Administrator, ManageGuild } = PermissionFlagsBits;
  return permissions === undefined || (BigInt(permissions) & (Administrator | ManageGuild)) !== 0n;
}
