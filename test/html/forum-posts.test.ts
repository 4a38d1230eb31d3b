import { describe, expect, it } from 'vitest';
import { outlineOf } from '../fixtures/outline.ts';
import { read } from '../fixtures/snapshot.ts';

const QUESTION = 'The engine of my boat knocks when it is cold, and nobody at the yard can tell me why it does that.';
const ANSWER = 'Look at the oil pump first, since its seal gets hard after ten winters and leaks when it is cold.';

function thread(head: (user: string) => string): ReturnType<typeof read> {
  const posts = [
    ['tom77', QUESTION],
    ['sea_wolf', ANSWER],
  ] as const;
  return read(`<main>${posts.map(([user, text]) => `<div>${head(user)}<p>${text}</p></div>`).join('')}</main>`);
}

describe('the posts of a forum', () => {
  it.each<[string, (user: string) => string]>([
    ['a link', (user) => `<div><a href="/u/${user}">${user}</a></div>`],
    ['a link and a date', (user) => `<div><a href="/profile/${user}">${user}</a> <span>3 May 2021</span></div>`],
    [
      'a number in the address',
      (user) => `<h4><a href="/members/${user}.12/">${user}</a></h4>`.replaceAll('h4', 'div'),
    ],
    ['a label and an age', (user) => `<p>submitted 3 years ago by <a href="/user/${user}">${user}</a></p>`],
    ['points', (user) => `<p><a href="/user/${user}">${user}</a> 12 points · 5 hours ago</p>`],
    ['a name with its server', (user) => `<p><a href="/u/${user}">@${user}</a> • 3 years ago</p>`],
    [
      'markup of a program for forums',
      (user) =>
        `<dl class="postprofile"><dt><a href="./memberlist.php?mode=viewprofile&u=1" class="username">${user}</a></dt></dl><p class="author">by <b><a href="./memberlist.php?mode=viewprofile&u=1" class="username">${user}</a></b> &raquo; </p>`,
    ],
    [
      'a panel of the member',
      (user) =>
        `<section class="message-user"><h4><a rel="author" href="/members/${user}.1/">${user}</a></h4><h5 class="userTitle">Old hand</h5></section>`,
    ],
    [
      'fields of the member',
      (user) => `<p><a href="/u/${user}">${user}</a></p><p>Joined: Mar 2012</p><p>Posts: 1,204</p>`,
    ],
  ])('name who wrote them: %s', (_kind, head) => {
    const article = thread(head);
    expect(outlineOf(article)).toEqual([QUESTION, ANSWER]);
    expect(article.authors).toEqual(['tom77', 'sea_wolf']);
  });

  it.each([
    '<p><a href="/u/tom77">tom77</a> has sold the boat.</p>',
    '<p>See <a href="/u/tom77">tom77</a></p>',
    '<p><a href="/boats/tom77">tom77</a></p>',
    '<p>Posts: two, in the water</p>',
  ])('keep a line that says more: %s', (line) => {
    expect(outlineOf(read(`<main><p>${QUESTION}</p>${line}<p>${ANSWER}</p></main>`))).toHaveLength(3);
  });

  it('keep the text of a message', () => {
    const message = '<div class="message-userContent"><p>It was the pump.</p></div>';
    expect(outlineOf(read(`<main><p>${QUESTION}</p>${message}</main>`))).toContain('It was the pump.');
  });

  it('leave out a list of buttons', () => {
    const list = '<ul><li>12 comments</li><li>share</li><li>save</li></ul>';
    expect(outlineOf(read(`<main><p>${QUESTION}</p>${list}</main>`))).toEqual([QUESTION]);
  });
});
