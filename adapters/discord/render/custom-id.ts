/** https://docs.discord.com/developers/components/reference#button */
const MAX_CUSTOM_ID = 100;
const MAX_POSITION = 999;
/** How long a button's command may be. */
export const MAX_COMMAND_CHARS = MAX_CUSTOM_ID - toCustomId(MAX_POSITION, '').length;
const COMMAND = /^\d+ (\/.+)$/su;

/** The id of a button: its command, made unique in its message by its position. Discord's limit is 100 characters. */
export function toCustomId(position: number, command: string): string {
  return `${position} ${command}`;
}

/** The command of a pressed button; undefined for other ids, such as that of a menu, whose options are commands. */
export function parseCustomId(customId: string): string | undefined {
  return COMMAND.exec(customId)?.[1];
}
