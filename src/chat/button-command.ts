/** Returns the command if it fits into a button of `maxBytes`, else undefined. */
export function fitButtonCommand(command: string, maxBytes: number): string | undefined {
  return new TextEncoder().encode(command).length <= maxBytes ? command : undefined;
}
