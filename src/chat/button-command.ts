/** Telegram keeps at most 64 bytes of what a button types: https://core.telegram.org/bots/api#inlinekeyboardbutton */
const COMMAND_BYTES = 64;

/** A command that a button can type; undefined where it is too long for one. */
export function fitButtonCommand(command: string): string | undefined {
  return new TextEncoder().encode(command).length <= COMMAND_BYTES ? command : undefined;
}
