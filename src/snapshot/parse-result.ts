import type { Article } from '../article/article.ts';

/** Why a snapshot was refused, worded for the operator; `line` counts from 1 in the file. */
export interface ParseError {
  code: 'empty' | 'too-large' | 'not-utf8' | 'no-address' | 'bad-address' | 'no-content';
  message: string;
  line: number | null;
}

/** A defect that was tolerated. */
export interface ParseWarning {
  code: 'bad-stamp' | 'no-stamp' | 'no-rule' | 'no-title' | 'too-many-elements';
  message: string;
  line: number | null;
}

export type ParseResult = { ok: true; article: Article; warnings: ParseWarning[] } | { ok: false; error: ParseError };
