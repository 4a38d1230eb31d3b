import { describe, expect, it } from 'vitest';
import { runTelegram } from './running.ts';

describe('a private chat', () => {
  it('accepts messages only after the person has written', async () => {
    const { telegram, refusal } = await runTelegram();
    const ann = telegram.addUser({ started: false });
    const hi = { chat_id: ann.id, text: 'Hi' };
    expect(await refusal('sendMessage', hi)).toBe('Bad Request: chat not found');
    telegram.addGroup({ members: [ann] });
    expect(await refusal('sendMessage', hi)).toBe("Forbidden: bot can't initiate conversation with a user");
    telegram.say(ann, ann.id, '/start');
    expect(await refusal('sendMessage', hi)).toBeUndefined();
  });

  it('refuses messages while the person blocks the bot', async () => {
    const { telegram, refusal, updates } = await runTelegram();
    const ann = telegram.addUser();
    telegram.block(ann);
    expect(await refusal('sendMessage', { chat_id: ann.id, text: 'Hi' })).toBe(
      'Forbidden: bot was blocked by the user',
    );
    telegram.unblock(ann);
    expect(await refusal('sendMessage', { chat_id: ann.id, text: 'Hi' })).toBeUndefined();
    const statuses = (await updates()).map(({ my_chat_member: change }) => change);
    expect(statuses).toMatchObject([
      { from: { id: ann.id }, new_chat_member: { status: 'kicked' } },
      { from: { id: ann.id }, old_chat_member: { status: 'kicked' }, new_chat_member: { status: 'member' } },
    ]);
    expect(telegram.violations()).toEqual([]);
  });

  it('must be created by the test', async () => {
    const { telegram, refusal } = await runTelegram();
    expect(await refusal('sendMessage', { chat_id: 1, text: 'Hi' })).toBe('Bad Request: chat not found');
    expect(telegram.violations()).toEqual([]);
    expect(await refusal('sendMessage', { text: 'Hi' })).toBe('Bad Request: chat_id is empty');
    expect(telegram.violations()).toHaveLength(1);
  });
});

describe('a group', () => {
  it('sends the bot its commands and replies to it, and nothing else', async () => {
    const { telegram, send } = await runTelegram({ botUsername: 'press_bot' });
    const ann = telegram.addUser();
    const { id } = telegram.addGroup({ members: [ann] });
    const { message_id: replyTo } = await send({ chat_id: id, text: 'Hi' });
    const isReceived = (text: string, spot = {}) =>
      telegram.say(ann, { chatId: id, ...spot }, text).updateId !== undefined;
    expect(['/help', '/help@Press_Bot', '/help@other_bot', 'good morning'].map((text) => isReceived(text))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(['/帮助', '/帮助@press_bot', '／帮助', '帮助'].map((text) => isReceived(text))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(isReceived('thanks', { replyTo })).toBe(true);
    telegram.setMember(id, telegram.bot, 'administrator');
    expect(isReceived('good morning')).toBe(true);
  });

  it('marks only commands with Latin names', async () => {
    const { telegram } = await runTelegram();
    const ann = telegram.addUser();
    const marked = (text: string) => telegram.say(ann, ann.id, text).message.entities;
    expect(marked('/help 帮助')).toEqual([{ type: 'bot_command', offset: 0, length: 5 }]);
    expect(['/帮助', '／help', '/help帮助', '帮助'].map(marked)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('reports the status of a member', async () => {
    const { telegram, call, refusal } = await runTelegram();
    const [ann, bob, eve] = [telegram.addUser(), telegram.addUser(), telegram.addUser()];
    const { id } = telegram.addGroup({ members: [ann, bob] });
    const statusOf = async (user_id: number) => (await call('getChatMember', { chat_id: id, user_id })).result;
    expect(await statusOf(ann.id)).toMatchObject({ status: 'creator', user: { id: ann.id } });
    expect(await statusOf(eve.id)).toMatchObject({ status: 'left' });
    telegram.setMember(id, bob, 'administrator');
    expect(await statusOf(bob.id)).toMatchObject({ status: 'administrator' });
    expect(await statusOf(telegram.bot.id)).toMatchObject({ status: 'member' });
    expect((await call('getChatAdministrators', { chat_id: id })).result).toMatchObject([
      { user: { id: ann.id }, status: 'creator' },
      { user: { id: bob.id }, status: 'administrator' },
    ]);
    const nobody = { chat_id: id, user_id: 1 };
    expect(await refusal('getChatMember', nobody)).toBe('Bad Request: PARTICIPANT_ID_INVALID');
  });

  it('excludes a bot that was kicked or has left', async () => {
    const { telegram, refusal } = await runTelegram();
    const { id } = telegram.addSupergroup();
    telegram.kick(id);
    const hi = { chat_id: id, text: 'Hi' };
    expect(await refusal('sendMessage', hi)).toBe('Forbidden: bot was kicked from the supergroup chat');
    telegram.setMember(id, telegram.bot, 'left');
    expect(await refusal('sendMessage', hi)).toBe('Forbidden: bot is not a member of the supergroup chat');
    telegram.setMember(id, telegram.bot, 'member');
    expect(await refusal('sendMessage', hi)).toBeUndefined();
  });

  it('migrates, and reports the new id', async () => {
    const { telegram, call, updates } = await runTelegram();
    const ann = telegram.addUser();
    const group = telegram.addGroup({ members: [ann] });
    const { id } = telegram.migrate(group.id);
    expect(await call('sendMessage', { chat_id: group.id, text: 'Hi' })).toMatchObject({
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: id },
    });
    expect(await call('sendMessage', { chat_id: id, text: 'Hi' })).toMatchObject({ ok: true });
    expect((await updates()).map(({ message }) => message)).toMatchObject([
      { chat: { id: group.id }, migrate_to_chat_id: id },
      { chat: { id }, migrate_from_chat_id: group.id },
    ]);
  });

  it('supports anonymous admins and posts of a linked channel', async () => {
    const { telegram } = await runTelegram();
    const ann = telegram.addUser();
    const { id: chatId } = telegram.addSupergroup({ members: [ann] });
    const channel = telegram.addChannel();
    const anonymous = telegram.say(ann, { chatId, asChat: chatId }, '/help').message;
    expect(anonymous).toMatchObject({ from: { id: 1087968824 }, sender_chat: { id: chatId } });
    const linked = telegram.say(ann, { chatId, asChat: channel.id }, 'News').message;
    expect(linked).toMatchObject({ from: { id: 777000 }, sender_chat: { id: channel.id }, is_automatic_forward: true });
  });

  it('turns replies into threads, which are not topics', async () => {
    const { telegram } = await runTelegram();
    const ann = telegram.addUser();
    const { id: chatId } = telegram.addSupergroup({ members: [ann] });
    const first = telegram.say(ann, chatId, '/help').message;
    const second = telegram.say(ann, { chatId, replyTo: first.message_id }, 'Why?').message;
    expect(second).toMatchObject({ message_thread_id: first.message_id, reply_to_message: { text: '/help' } });
    expect(second.is_topic_message).toBeUndefined();
  });
});

describe('a topic', () => {
  it('contains the messages sent there', async () => {
    const { telegram, send, updates } = await runTelegram();
    const ann = telegram.addUser();
    const forum = telegram.addSupergroup({ members: [ann], forum: true });
    const topic = { message_thread_id: telegram.addTopic(forum, 'News'), is_topic_message: true };
    telegram.say(ann, { chatId: forum.id, threadId: topic.message_thread_id }, '/help');
    expect((await updates()).map(({ message }) => message)).toMatchObject([
      { ...topic, forum_topic_created: { name: 'News' } },
      { ...topic, text: '/help', reply_to_message: { message_id: topic.message_thread_id } },
    ]);
    const to = { chat_id: forum.id, text: 'Hi' };
    expect(await send({ ...to, message_thread_id: topic.message_thread_id })).toMatchObject(topic);
    expect((await send(to)).message_thread_id).toBeUndefined();
  });

  it('must exist', async () => {
    const { telegram, refusal } = await runTelegram();
    const forum = telegram.addSupergroup({ forum: true });
    const nowhere = { chat_id: forum.id, message_thread_id: 77 };
    const why = 'Bad Request: message thread not found';
    expect(await refusal('sendMessage', { ...nowhere, text: 'Hi' })).toBe(why);
    expect(await refusal('sendChatAction', { ...nowhere, action: 'typing' })).toBe(why);
    expect(() => telegram.addTopic(telegram.addGroup(), 'News')).toThrow('Only a forum has topics.');
  });
});

describe('a channel', () => {
  it('posts as itself, and so does the bot', async () => {
    const { telegram, updates, send } = await runTelegram();
    const { id } = telegram.addChannel({ title: 'News' });
    const { message } = telegram.post(id, '/help');
    telegram.edit(message, '/start');
    expect(await updates()).toMatchObject([
      { channel_post: { sender_chat: { id }, text: '/help' } },
      { edited_channel_post: { sender_chat: { id }, text: '/start' } },
    ]);
    expect(await send({ chat_id: id, text: 'Hi' })).toMatchObject({ sender_chat: { id }, text: 'Hi' });
    expect(telegram.botMessages(id)).toHaveLength(1);
    expect(telegram.messages(id)).toHaveLength(2);
  });

  it('lets only admins post', async () => {
    const { telegram, refusal } = await runTelegram();
    const { id } = telegram.addChannel();
    telegram.setMember(id, telegram.bot, 'member');
    const why = 'Bad Request: need administrator rights in the channel chat';
    expect(await refusal('sendMessage', { chat_id: id, text: 'Hi' })).toBe(why);
    expect(telegram.post(id, '/help').updateId).toBeUndefined();
  });
});
