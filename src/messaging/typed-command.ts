import type { CommandRequest } from '../chat/request.ts';

/** A request as the command that a person would type. */
export function toTypedCommand({ name, input }: Pick<CommandRequest, 'name' | 'input'>): string {
  return `/${name} ${typeof input === 'string' ? input : Object.values(input).join(' ')}`.trim();
}
