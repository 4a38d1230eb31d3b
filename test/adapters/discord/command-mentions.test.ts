import { describe, expect, it } from 'vitest';
import { mentionCommands } from '../../../adapters/discord/command-mentions.ts';
import { render } from '../../../adapters/discord/render/render.ts';
import { createTranslator } from '../../../src/locales/translator.ts';
import type { View } from '../../../src/view/view.ts';
import { bus } from '../../fixtures/articles.ts';
import { startDiscordBot } from '../../fixtures/discord-bot.ts';

const command = { kind: 'command', text: '/settings', name: 'settings' } as const;
const shown = (view: View) => JSON.stringify(render(view, createTranslator('en')).map(({ components }) => components));

describe('a command that an answer names', () => {
  it('can be pressed, by its name in the language of the reader', async () => {
    const { discord } = await startDiscordBot();
    const [ann, ben] = [discord.addUser(), discord.addUser({ locale: 'zh-CN' })];
    const general = discord.addChannel(discord.addGuild({ members: [ann, ben] }));
    const idOf = (name: string) => String(discord.commands().find((one) => one['name'] === name)?.['id']);
    await discord.answerTo(discord.command(ann, general, 'help'));
    const help = await discord.answerTo(discord.command(ann, general, 'help'));
    expect(help.text).toContain(`</articles:${idOf('articles')}>`);
    const translated = await discord.answerTo(discord.command(ben, general, 'help'));
    expect(translated.text).toContain(`</文章:${idOf('articles')}>`);
    const values = { setting: 'zone' };
    const menu = await discord.answerTo(discord.command(ann, general, { command: 'settings', values }));
    expect(menu.text).toContain(`</settings:${idOf('settings')}> zone Tokyo`);
  });

  it('is its plain name while its id is unknown', () => {
    const view: View = { blocks: [{ kind: 'text', spans: [command] }], actions: [] };
    expect(shown(mentionCommands(view, new Map([['help', '7']])))).toContain('"/settings"');
    expect(shown(mentionCommands(view, new Map([['settings', '7']])))).toContain('"</settings:7>"');
  });

  it('can be pressed in lists too, but not in a table, which is code', () => {
    const ids = new Map([['settings', '7']]);
    const list: View = { blocks: [{ kind: 'list', ordered: false, items: [[command]] }], actions: [] };
    const table: View = { blocks: [{ kind: 'table', rows: [[[command]]] }], actions: [] };
    expect(shown(mentionCommands(list, ids))).toContain('</settings:7>');
    expect(shown(mentionCommands(table, ids))).not.toContain('</settings:7>');
  });

  it('cannot be forged by an article', async () => {
    const title = 'Type /help or </help:1> now';
    const { discord } = await startDiscordBot({ articles: [{ ...bus, title }] });
    const ann = discord.addUser();
    const general = discord.addChannel(discord.addGuild({ members: [ann] }));
    for (let time = 0; time < 2; time += 1) {
      const list = await discord.answerTo(discord.command(ann, general, 'articles'));
      expect(list.text).not.toMatch(/(?<!\\)<\/help:/u);
    }
  });
});
