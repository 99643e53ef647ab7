/** Who did something, as they were called at that moment: the account's name and the title of its office. */
export interface Author {
  readonly name: string;
  readonly title: { readonly zh: string; readonly en: string };
}
