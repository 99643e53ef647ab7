const shanghai = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** The calendar day of an instant in Asia/Shanghai, `yyyy-mm-dd`, whatever the machine's own zone is. */
export function dayInShanghai(instant: Date): string {
  return shanghai.format(instant);
}
