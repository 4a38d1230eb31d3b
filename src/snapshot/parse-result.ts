import type { Article } from '../article/article.ts';

/** Why a snapshot was refused, worded for its operator; `line` counts from 1 in the file as it is. */
export interface ParseError {
  code: 'empty' | 'too-large' | 'not-utf8' | 'no-address' | 'bad-address' | 'no-content';
  message: string;
  line: number | null;
}

/** Something odd that was tolerated. */
export interface ParseWarning {
  code: 'bad-stamp' | 'no-stamp' | 'no-rule' | 'no-title';
  message: string;
  line: number | null;
}

/** What reading a snapshot gives. */
export type ParseResult = { ok: true; article: Article; warnings: ParseWarning[] } | { ok: false; error: ParseError };
