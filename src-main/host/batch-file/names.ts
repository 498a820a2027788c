import type { BatchHeader } from '#contract/batch-document'

export const documentName = 'batch.json'
export const workbookName = 'batch.xlsx'
export const manifestName = 'manifest.json'
export const papersFolder = 'forms/'
export const attachmentsFolder = 'attachments/'

function safePart(text: string): string {
  return text.replace(/[\s\\/:*?"<>|\p{Cc}]/gu, '_')
}

/** The name of a paper in the archive: `forms/F19-SD0731-BD19-202611-0007.pdf`. */
export function paperName(form: string, number: string): string {
  return `${papersFolder}${form}-${safePart(number)}.pdf`
}

/** The name of a volume of 保修作业凭证, counted from 1: `forms/F16-0001.pdf`. */
export function volumeName(nth: number): string {
  return `${papersFolder}F16-${String(nth).padStart(4, '0')}.pdf`
}

/** `{厂方}_{站代码}_{批次号}.zip` */
export function batchFileName({ manufacturerCode, stationCode, number }: BatchHeader): string {
  return `${[manufacturerCode, stationCode, number].map(safePart).join('_')}.zip`
}
