/** The columns of `articles a` that make an `ArticleEntry`. */
export const ENTRY_COLUMNS =
  'a.id, a.url, a.title, a.source, a.language, a.direction, a.summary, a.stampedAt, a.publishedAt, a.addedAt';
