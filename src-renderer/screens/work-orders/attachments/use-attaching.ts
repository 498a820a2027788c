import { useCallback, useEffect, useState } from 'react'
import { mostFileMegabytes } from '#domain/attachment'
import { AppError } from '#domain/errors'
import type { AttachmentKind } from '#domain/words'
import { announce, api, refusalOf } from '../../../api.ts'
import { upload } from '../../../transport.ts'
import { useLatest } from '../../../ui/use-latest.ts'
import { thumbnailOf } from './thumbnail.ts'

export type Attaching = {
  readonly running: { readonly done: number; readonly of: number } | null
  /** one for each file that was not taken */
  readonly refusals: readonly AppError[]
  readonly take: (files: readonly File[], kind: AttachmentKind) => Promise<void>
  readonly clear: () => void
}

async function attach(workOrderId: number, file: File, kind: AttachmentKind): Promise<void> {
  // The host says so too; here before it all travels for nothing.
  if (file.size > mostFileMegabytes * 1024 * 1024)
    throw new AppError('invalid', 'attachment.tooLarge', { name: file.name, limit: mostFileMegabytes })
  const thumb = await thumbnailOf(file)
  // a picture nobody can see here shows the manufacturer nothing either
  if (thumb === null && file.type.startsWith('image/')) throw new AppError('invalid', 'attachment.unreadable', { name: file.name })
  const uploadId = await upload(file)
  const thumbUploadId = thumb === null ? null : await upload(thumb)
  await api.attachments.add({ workOrderId, uploadId, kind, thumbUploadId })
}

/** Adds files one after the other; what is wrong with one does not keep the others back. */
export function useAttaching(workOrderId: number): Attaching {
  const [running, setRunning] = useState<Attaching['running']>(null)
  const [refusals, setRefusals] = useState<readonly AppError[]>([])
  const take = useCallback(
    async (files: readonly File[], kind: AttachmentKind) => {
      const refused: AppError[] = []
      setRefusals([])
      for (const [index, file] of files.entries()) {
        setRunning({ done: index, of: files.length })
        await attach(workOrderId, file, kind).catch((error: unknown) => refused.push(refusalOf(error)))
      }
      setRunning(null)
      setRefusals(refused)
      announce(['attachments', 'workOrders', 'claims'])
    },
    [workOrderId],
  )
  const clear = useCallback(() => setRefusals([]), [])
  return { running, refusals, take, clear }
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/**
 * Files dropped anywhere on the page or pasted from the clipboard. A spreadsheet puts a picture beside its text on the
 * clipboard: in a field the text is meant. Without this a dropped file would take the place of the program.
 */
export function useFilesFromOutside(onFiles: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false)
  const latest = useLatest(onFiles)
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    const dragged = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const left = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const dropped = (event: DragEvent) => {
      setOver(false)
      if (!hasFiles(event) || event.defaultPrevented) return
      event.preventDefault()
      latest.current([...(event.dataTransfer?.files ?? [])])
    }
    const pasted = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0 || (isTyping(event.target) && event.clipboardData?.types.includes('text/plain') === true)) return
      event.preventDefault()
      latest.current(files)
    }
    window.addEventListener('dragover', dragged)
    window.addEventListener('dragleave', left)
    window.addEventListener('drop', dropped)
    window.addEventListener('paste', pasted)
    return () => {
      window.removeEventListener('dragover', dragged)
      window.removeEventListener('dragleave', left)
      window.removeEventListener('drop', dropped)
      window.removeEventListener('paste', pasted)
    }
  }, [latest])
  return over
}
