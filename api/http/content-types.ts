/** The content types of files that come in and go out: a closed list, so that nobody's file is anything else. Safe in a browser. */

export const uploadTypes = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'image/jpeg',
  'image/png',
  'text/csv',
] as const;
/** What a file that comes in may be. None of them can be sent by a form of another site, nor runs in a browser. */
export type UploadType = (typeof uploadTypes)[number];

/** What a file that goes out may be. `text/html` is for pages that we write ourselves. */
export type FileType = UploadType | 'application/json' | 'text/calendar' | 'text/html';

/** What a table goes out as: a workbook with numbers as numbers, or CSV in UTF-8 with its mark. */
export const tableFormats = ['xlsx', 'csv'] as const;
export type TableFormat = (typeof tableFormats)[number];

/** The content type of each. */
export const tableTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
} as const satisfies Record<TableFormat, FileType>;

/** The `Content-Type` header of a file: texts are UTF-8. */
export function contentTypeHeader(type: FileType): string {
  return type.startsWith('text/') ? `${type}; charset=utf-8` : type;
}
