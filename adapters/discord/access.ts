import { PermissionFlagsBits } from 'discord.js';

/** Whether a user with these permissions may manage the bot. In a direct message, which has no permissions, everyone may. */
export function mayManage(permissions: string | undefined): boolean {
  const { Administrator, ManageGuild } = PermissionFlagsBits;
  return permissions === undefined || (BigInt(permissions) & (Administrator | ManageGuild)) !== 0n;
}

const BIT_SET = /^\d+$/u;

/** Whether a bot with these permissions may post in a channel, or in a thread of it; undefined if Discord does not tell. */
export function mayPost(permissions: string | undefined, { isThread }: { isThread: boolean }): boolean | undefined {
  if (permissions === undefined || !BIT_SET.test(permissions)) return undefined;
  const { Administrator, ViewChannel, SendMessages, SendMessagesInThreads } = PermissionFlagsBits;
  const granted = BigInt(permissions);
  const needed = ViewChannel | (isThread ? SendMessagesInThreads : SendMessages);
  return (granted & Administrator) !== 0n || (granted & needed) === needed;
}

/** Whether Discord's own rules for commands do not apply to a user with these permissions. */
export function isAdministrator(permissions: string): boolean {
  return (BigInt(permissions) & PermissionFlagsBits.Administrator) !== 0n;
}
