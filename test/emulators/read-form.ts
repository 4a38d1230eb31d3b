/** A file in a form. */
export interface Upload {
  name: string;
  type: string;
  text: string;
}

/** The fields of a form with files; undefined for another type of body. */
export async function readForm(body: Buffer, type: string): Promise<Map<string, string | Upload> | undefined> {
  if (!type.startsWith('multipart/form-data')) return undefined;
  const response = new Response(body, { headers: { 'content-type': type } });
  // oxlint-disable-next-line typescript/no-deprecated -- Its weakness is forms of strangers, and these are the bot's own.
  const form = await response.formData();
  const fields = new Map<string, string | Upload>();
  for (const [name, value] of form)
    fields.set(
      name,
      typeof value === 'string' ? value : { name: value.name, type: value.type, text: await value.text() },
    );
  return fields;
}
