import { type APIApplicationCommandPermission, ApplicationCommandPermissionType } from 'discord.js';
import type { CommandSpec } from '../../../src/chat/platform.ts';
import { type AnswerShape, isObject, listOf, withTexts } from '../answer-shapes.ts';
import type { ApiContext } from '../context.ts';
import { DiscordFailure } from '../errors.ts';
import type { Incoming } from './read-interaction.ts';

/** What a server has changed about a command, or about all of them under the application's id. */
interface CommandPermissions {
  id: string;
  permissions: readonly APIApplicationCommandPermission[];
}

const isPermissions: AnswerShape = (answer) =>
  isObject(answer) && withTexts('id')(answer) && listOf(withTexts('id'))(answer['permissions']);

/**
 * Whether a user may use a command for admins: whoever Discord allows to, by default or by the server's settings under
 * Integrations. Discord checks the use of a command itself, but not the use of a button that has a command.
 */
export async function mayUse(
  incoming: Incoming,
  { client, report, commands }: Pick<ApiContext, 'client' | 'report'> & { commands: readonly CommandSpec[] },
): Promise<boolean> {
  const { kind, member, isUserInstall, request } = incoming;
  const isAdmin = (await request.mayManage?.()) ?? true;
  if (member === undefined || isUserInstall || member.isAdministrator) return isAdmin;
  const spec = commands.find(({ name }) => name === request.name);
  if (spec?.adminsOnly === false) return isAdmin;
  if (spec !== undefined && kind !== 'component' && !member.hasUserInstall) return true;
  const { application } = incoming.ref;
  const route = `/applications/${application}` as const;
  try {
    const [registered, changes] = await Promise.all([
      client.call<{ id: string; name: string }[]>({
        method: 'GET',
        route: `${route}/commands`,
        expects: listOf(withTexts('id', 'name')),
      }),
      client.call<CommandPermissions[]>({
        method: 'GET',
        route: `${route}/guilds/${request.in.server ?? ''}/commands/permissions`,
        expects: listOf(isPermissions),
      }),
    ]);
    const command = registered.find(({ name }) => name === request.name)?.id;
    const permissionsOf = (id: string | undefined) => changes.find((change) => change.id === id)?.permissions ?? [];
    return decide(incoming, { own: permissionsOf(command), all: permissionsOf(application), isAdmin });
  } catch (error) {
    if (!(error instanceof DiscordFailure)) throw error;
    report(error);
    return isAdmin;
  }
}

interface Permissions {
  own: CommandPermissions['permissions'];
  all: CommandPermissions['permissions'];
  isAdmin: boolean;
}

/** https://discord.com/developers/docs/interactions/application-commands#permissions */
function decide(incoming: Incoming, { own, all, isAdmin }: Permissions): boolean {
  if ((channelRule(own, incoming) ?? channelRule(all, incoming)) === false) return false;
  const rule = memberRule(own, incoming);
  if (rule !== undefined) return rule;
  return isAdmin && memberRule(all, incoming) !== false;
}

function channelRule(rules: Permissions['own'], { request }: Incoming): boolean | undefined {
  const { chat, server = '0' } = request.in;
  // All channels together have the id before that of the server.
  const allChannels = String(BigInt(server) - 1n);
  return [chat, allChannels].map((id) => ruleFor(rules, ApplicationCommandPermissionType.Channel, id)).find(isRule);
}

function memberRule(rules: Permissions['own'], { request, member }: Incoming): boolean | undefined {
  const { Role, User } = ApplicationCommandPermissionType;
  const ofRoles = (member?.roles ?? []).map((id) => ruleFor(rules, Role, id)).filter(isRule);
  const ofRole = ofRoles.length === 0 ? undefined : ofRoles.includes(true);
  // The role of everybody has the id of the server.
  return [ruleFor(rules, User, request.by), ofRole, ruleFor(rules, Role, request.in.server ?? '')].find(isRule);
}

function ruleFor(
  rules: Permissions['own'],
  wantedType: ApplicationCommandPermissionType,
  wantedId: string,
): boolean | undefined {
  return rules.find(({ type, id }) => type === wantedType && id === wantedId)?.permission;
}

function isRule(rule: boolean | undefined): rule is boolean {
  return rule !== undefined;
}
