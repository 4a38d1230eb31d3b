/** The columns of `articles a` that make an `ArticleEntry`. */
export const ENTRY_COLUMNS = `a.id, a.url, a.title, a.source, a.language, a.direction, a.summary,
  a.stamped_at AS "stampedAt", a.published_at AS "publishedAt", a.added_at AS "addedAt"`;
