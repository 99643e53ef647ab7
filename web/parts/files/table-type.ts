const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
} as const;

/** What a file is by its name: systems differ in what they call a CSV. Null where such files are not taken. */
export function tableType(name: string): (typeof types)[keyof typeof types] | null {
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  return extension === 'xlsx' || extension === 'csv' ? types[extension] : null;
}
