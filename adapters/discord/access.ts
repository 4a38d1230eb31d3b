/** https://discord.com/developers/docs/topics/permissions#permissions-bitwise-permission-flags */
const ADMINISTRATOR = 1n << 3n;
export const MANAGE_GUILD = 1n << 5n;

/**
 * Whether somebody with these permissions may manage the bot: who may manage the server may, and in private everyone.
 * Discord computes them for the channel and sends them with each interaction, so that nothing has to be asked.
 */
export function mayManage(permissions: string | undefined): boolean {
  return permissions === undefined || (BigInt(permissions) & (ADMINISTRATOR | MANAGE_GUILD)) !== 0n;
}
