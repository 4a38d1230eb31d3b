import { PermissionFlagsBits } from 'discord.js';

const { ViewChannel, SendMessages, SendMessagesInThreads, EmbedLinks, ReadMessageHistory } = PermissionFlagsBits;
const PERMISSIONS = ViewChannel | SendMessages | SendMessagesInThreads | EmbedLinks | ReadMessageHistory;

/**
 * The link that adds a bot to a server with the permissions that it needs. Its application has the id of the bot's user.
 * https://discord.com/developers/docs/topics/oauth2#bot-authorization-flow
 */
export function invitationOf(application: string): string {
  const query = `client_id=${application}&scope=bot+applications.commands&permissions=${PERMISSIONS}`;
  return `https://discord.com/oauth2/authorize?${query}`;
}
