/** A text field of a form by its name, several of one name where several are chosen. */
export type Field = readonly [name: string, value: string];

/** All that a form's text fields and chosen boxes hold. */
export function allFieldsOf(form: HTMLFormElement): readonly Field[] {
  return [...new FormData(form)].flatMap(([name, value]): Field[] =>
    typeof value === 'string' ? [[name, value]] : [],
  );
}

/** What a form's text fields hold, by their names. */
export function fieldsOf(form: HTMLFormElement): ReadonlyMap<string, string> {
  return new Map(allFieldsOf(form));
}

/** Every value of a field that can be chosen several times. */
export function choicesOf(fields: readonly Field[], name: string): readonly string[] {
  return fields.flatMap(([field, value]) => (field === name ? [value] : []));
}

/** Fields as they were kept; null where something else was. */
export function readFields(kept: unknown): readonly Field[] | null {
  return Array.isArray(kept) && kept.every(isField) ? kept : null;
}

const isField = (value: unknown): value is Field =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
