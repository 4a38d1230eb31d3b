/** Telegram allows 64 bytes for the command of a button: https://core.telegram.org/bots/api#inlinekeyboardbutton */
const COMMAND_BYTES = 64;

/** Returns the command if it fits into a button, else undefined. */
export function fitButtonCommand(command: string): string | undefined {
  return new TextEncoder().encode(command).length <= COMMAND_BYTES ? command : undefined;
}
