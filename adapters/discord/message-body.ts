import type { Message } from './render/render.ts';

/** https://discord.com/developers/docs/resources/message#message-object-message-flags */
const FLAGS = { ephemeral: 1 << 6, silent: 1 << 12, componentsV2: 1 << 15 } as const;

/** How a message is shown. */
export interface MessageOptions {
  /** Only to who asked. */
  ephemeral?: boolean;
  /** Without a sound. */
  silent?: boolean;
  /** In the place of the message that was pressed. */
  inPlace?: boolean;
}

/** A message as Discord takes it. Nothing in it ever pings anybody. */
export function toBody({ components }: Message, { ephemeral, silent }: MessageOptions = {}) {
  const flags = [FLAGS.componentsV2, ephemeral === true ? FLAGS.ephemeral : 0, silent === true ? FLAGS.silent : 0];
  return { components, flags: flags.reduce((sum, flag) => sum | flag), allowed_mentions: { parse: [] } };
}

/** A message with an id of its own, which Discord stores with its first component. */
export function withComponentId<Body extends Pick<Message, 'components'>>(body: Body, mark: number): Body {
  return { ...body, components: body.components.map((one, at) => (at === 0 ? { ...one, id: mark } : one)) };
}

/** That the answer takes a while; whether only who asked will see it has to be said here. */
export function toDeferral({ ephemeral }: MessageOptions) {
  return { flags: ephemeral === true ? FLAGS.ephemeral : 0 };
}
