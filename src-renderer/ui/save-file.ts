import { fileAddress } from '../transport.ts'

/** Hands a produced file to the person: the browser downloads it, the desktop asks where to. */
export function saveFile({ fileId, name }: { readonly fileId: string; readonly name: string }): void {
  const link = document.createElement('a')
  link.href = fileAddress(fileId)
  link.download = name
  link.click()
}
