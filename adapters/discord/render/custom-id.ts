/** https://docs.discord.com/developers/components/reference#button */
const MAX_CUSTOM_ID = 100;
const MAX_POSITION = 999;
/** How long a button's command may be. */
export const MAX_COMMAND_CHARS = MAX_CUSTOM_ID - toCustomId(MAX_POSITION, '').length;
const COMMAND = /^\d+ (\/.+)$/su;

/** What a button is known by: its command, made unique in its message by its position there. At most 100 characters are taken. */
export function toCustomId(position: number, command: string): string {
  return `${position} ${command}`;
}

/** The command that a pressed button types; undefined where it is none, as for a menu, whose options are commands. */
export function parseCustomId(customId: string): string | undefined {
  return COMMAND.exec(customId)?.[1];
}
