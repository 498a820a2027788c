import { useState } from 'react'
import type { FormId } from '#domain/form-ids'
import { useApiCommand, useApiQuery } from '../../api.ts'
import { PaperChoice, paperOf } from '../../frame/print/PaperChoice.tsx'
import { directPrint, usePaperLook } from '../../frame/print/use-printing.ts'
import '../../frame/print/print.css'
import { useText } from '../../messages/index.ts'
import { printFile } from '../../transport.ts'
import { ReasonDialog } from '../../ui/Dialog.tsx'
import { Message, Notice } from '../../ui/Notice.tsx'
import { PdfPreview } from '../../ui/PdfPreview.tsx'
import { Loading } from '../../ui/Progress.tsx'

type Props = { readonly ids: readonly number[]; readonly form: FormId; /** one of them was printed before */ readonly isAgain: boolean }

/** Empty forms with their numbers: looked at first, printed with Ctrl+P and logged; a further print asks why. */
export function BlankPrint({ ids, form, isAgain: wasPrinted }: Props) {
  const text = useText('numbers')
  const printing = useText('printing')
  const { seat, look, setLook } = usePaperLook(form)
  const [asking, setAsking] = useState(false)
  const [sent, setSent] = useState(false)
  const chosen = [...ids]
  const { data: file, error, refetch } = useApiQuery('numbers', 'previewBlanks', { ids: chosen, options: look }, { keepPrevious: true, enabled: seat !== undefined })
  const print = useApiCommand('numbers', 'printBlanks')
  const run = async (reason: string) => {
    const printed = await print.run({ ids: chosen, options: look, reason })
    if (printed === null || seat === undefined) return
    setAsking(false)
    setSent(true)
    await printFile(printed.fileId, directPrint({ printer: seat.printing.printer, paper: paperOf(look, seat.stock) }, printed.sheet))
  }
  return (
    <div className="paper-print">
      {seat !== undefined && <PaperChoice stock={seat.stock} printing={seat.printing} look={look} onChange={setLook} />}
      <Notice refusal={error} onRetry={() => void refetch()} />
      {!asking && <Notice refusal={print.refusal} onClose={print.clear} />}
      {sent && !asking && print.refusal === null && <Message tone="ok">{printing('sent')}</Message>}
      {!file && !error && <Loading />}
      {file && <PdfPreview fileId={file.fileId} name={file.name} copies={file.copies} printing={print.running} onPrint={() => (wasPrinted || sent ? setAsking(true) : run(''))} />}
      {asking && (
        <ReasonDialog title={text('againTitle', { count: ids.length })} open onClose={() => setAsking(false)} word={text('again')} running={print.running} refusal={print.refusal} maxLength={100} placeholder={text('againExample')} onReason={run}>
          <p className="muted">{text('againHint')}</p>
        </ReasonDialog>
      )}
    </div>
  )
}
