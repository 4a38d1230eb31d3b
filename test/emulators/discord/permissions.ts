/** Bits of https://discord.com/developers/docs/topics/permissions */
const BITS = {
  Administrator: 3n,
  ManageChannels: 4n,
  ManageGuild: 5n,
  ViewChannel: 10n,
  SendMessages: 11n,
  ManageMessages: 13n,
  EmbedLinks: 14n,
  AttachFiles: 15n,
  ReadMessageHistory: 16n,
  UseApplicationCommands: 31n,
  ManageThreads: 34n,
  CreatePublicThreads: 35n,
  CreatePrivateThreads: 36n,
  SendMessagesInThreads: 38n,
} as const;

export type Permission = keyof typeof BITS;

export const ALL_PERMISSIONS = (1n << 50n) - 1n;

/** The permissions of a bot invited with a typical link. */
export const BOT_PERMISSIONS: readonly Permission[] = [
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'UseApplicationCommands',
  'CreatePublicThreads',
  'SendMessagesInThreads',
];

export const MEMBER_PERMISSIONS: readonly Permission[] = [
  'ViewChannel',
  'SendMessages',
  'ReadMessageHistory',
  'UseApplicationCommands',
];

export function toBits(permissions: readonly Permission[]): bigint {
  return permissions.reduce((bits, name) => bits | (1n << BITS[name]), 0n);
}

/** Whether `bits` include all wanted permissions; an administrator has all. */
export function allows(bits: bigint, wanted: bigint): boolean {
  return (bits & toBits(['Administrator'])) !== 0n || (bits & wanted) === wanted;
}
