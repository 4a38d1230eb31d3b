import { pattern } from '../../text/pattern.ts';

/** The path of a page about an author. */
export const AUTHOR_PATH = pattern('i')`
  /(?:
    authors?|autor(?:en|es|as?|in|i|ka|zy)?|auteurs?|autore|profiles?|profil|persons?|people|staff
    |contributors?|writers?|journalists?|journalisten?|reporters?|columnists?|by|av|redakt(?:eur|or|ion)\w*
    |skribent\w*|yazar\w*|signataires?|firmas?|team
    |(?:u|users?|members?)(?=
      /(?!log-?in|log-?out|register|sign-?(?:up|in)|password)(?:\d+/)?[^/?#]+/?(?:$|[?#])
    )
    |tac-?gia|@[\w.-]+
  )(?:/|$|[?#])
  |[?&]author=|/@[\w.-]+|(?:^|/)(?:user|member\.php|memberlist\.php)\?
`;
