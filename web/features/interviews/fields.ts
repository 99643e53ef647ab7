/** What a form's text fields hold, by their names. */
export function fieldsOf(form: HTMLFormElement): ReadonlyMap<string, string> {
  const entries = [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  return new Map(entries);
}

/** Every value of a field that can be chosen several times. */
export function choicesOf(form: HTMLFormElement, name: string): readonly string[] {
  return new FormData(form).getAll(name).filter((value): value is string => typeof value === 'string');
}
