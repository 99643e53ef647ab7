import { saveFile } from '../../ui/save-file.ts';

/** Saves a workbook that came within a reply. */
export function saveWorkbook(base64: string, name: string): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  saveFile(new Blob([bytes], { type }), name);
}
