/** The form of a message file: one area of the product, both languages side by side, placeholders written `{{name}}`. */
export interface MessageTree {
  readonly [key: string]: string | MessageTree;
}

export interface Messages {
  readonly zh: MessageTree;
  readonly en: MessageTree;
}
