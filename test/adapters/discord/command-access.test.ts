import { describe, expect, it } from 'vitest';
import { MEMBER_PERMISSIONS } from '../../emulators/discord/permissions.ts';
import { startDiscordBot } from '../../fixtures/discord-bot.ts';

const REFUSED = 'only people who can manage';
const PERMISSIONS = 'GET /applications/{application_id}/guilds/{guild_id}/commands/permissions';
const ROLE = '777';

async function start() {
  const all = await startDiscordBot();
  const { discord } = all;
  const owner = discord.addUser({ username: 'owner' });
  const ann = discord.addUser();
  const guild = discord.addGuild({ members: [owner, ann] });
  const general = discord.addChannel(guild);
  guild.memberRoles.set(ann.id, [ROLE]);
  const status = async (user: typeof ann) => (await discord.answerTo(discord.command(user, general, 'status'))).text;
  /** Presses a button with the command. */
  const press = async (user: typeof ann, command = '/status') => {
    const help = await discord.answerTo(discord.command(ann, general, 'help'));
    const pressed = discord.pressStale(user, { channelId: general.id, id: help.id }, { customId: `0 ${command}` });
    return (await discord.answerTo(pressed)).text;
  };
  return { ...all, owner, ann, guild, general, status, press };
}

describe('a command for admins', () => {
  it('is for whoever the settings of the server allow to use it, with its buttons', async () => {
    const { discord, ann, guild, status, press } = await start();
    expect(await press(ann)).toContain(REFUSED);
    discord.setCommandPermissions(guild, 'status', [{ id: ROLE, type: 1, permission: true }]);
    expect(await status(ann)).not.toContain(REFUSED);
    expect(await press(ann)).not.toContain(REFUSED);
    expect(await press(ann, '/pause')).toContain(REFUSED);
  });

  it.each([
    ['a user', (guild: string, ann: string) => ({ id: ann, type: 2, permission: false, guild }) as const],
    ['everybody', (guild: string) => ({ id: guild, type: 1, permission: false }) as const],
    ['all channels', (guild: string) => ({ id: String(BigInt(guild) - 1n), type: 3, permission: false }) as const],
  ])('has no button for a manager if the settings refuse it for %s', async (_who, rule) => {
    const { discord, ann, guild, press } = await start();
    discord.addMember(guild, ann, [...MEMBER_PERMISSIONS, 'ManageGuild']);
    expect(await press(ann)).not.toContain(REFUSED);
    const { id, type, permission } = rule(guild.id, ann.id);
    discord.setCommandPermissions(guild, 'status', [{ id, type, permission }]);
    expect(await press(ann)).toContain(REFUSED);
  });

  it('has no button for a user who stopped being an admin a moment ago', async () => {
    const { discord, ann, guild, press } = await start();
    discord.addMember(guild, ann, [...MEMBER_PERMISSIONS, 'ManageGuild']);
    expect(await press(ann)).not.toContain(REFUSED);
    discord.addMember(guild, ann);
    expect(await press(ann)).toContain(REFUSED);
  });

  it('is for managers if the settings cannot be read', async () => {
    const { discord, ann, guild, press } = await start();
    const action = { kind: 'status', status: 500 } as const;
    discord.fault({ on: PERMISSIONS, action, times: 2 });
    expect(await press(ann)).toContain(REFUSED);
    discord.addMember(guild, ann, [...MEMBER_PERMISSIONS, 'ManageGuild']);
    expect(await press(ann)).not.toContain(REFUSED);
  });
});
