import { useState } from 'react'
import type { FormId } from '#domain/form-ids'
import { useApiCommand, useApiQuery } from '../../api.ts'
import { DrawingState } from '../../frame/print/DrawingState.tsx'
import { PaperChoice, paperOf } from '../../frame/print/PaperChoice.tsx'
import { manyPapers, useDrawing, useDrawingId, usePrintWatch } from '../../frame/print/use-drawing.ts'
import { directPrint, usePaperLook } from '../../frame/print/use-printing.ts'
import '../../frame/print/print.css'
import { useText } from '../../messages/index.ts'
import { printFile } from '../../transport.ts'
import { ReasonDialog } from '../../ui/Dialog.tsx'
import { Message } from '../../ui/Notice.tsx'
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
  const exportId = useDrawingId({ ids, look }, ids.length >= manyPapers)
  const drawing = useDrawing(
    exportId,
    useApiQuery('numbers', 'previewBlanks', { ids: chosen, options: look, exportId }, { keepPrevious: true, enabled: seat !== undefined }),
  )
  const { file } = drawing
  const print = useApiCommand('numbers', 'printBlanks')
  const watched = usePrintWatch(ids.length, print.running)
  const run = async (reason: string) => {
    const printId = watched.begin()
    // the progress of many stands on the page, not behind the question
    if (printId !== null) setAsking(false)
    const printed = await print.run({ ids: chosen, options: look, reason, exportId: printId })
    if (printed === null || seat === undefined) return
    setAsking(false)
    setSent(true)
    await printFile(printed.fileId, directPrint({ printer: seat.printing.printer, paper: paperOf(look, seat.stock) }, printed.sheet))
  }
  return (
    <div className="paper-print">
      {seat !== undefined && <PaperChoice stock={seat.stock} printing={seat.printing} look={look} onChange={setLook} />}
      <DrawingState {...drawing} stoppedWord={printing('drawStopped')} />
      {!asking && (
        <DrawingState error={print.refusal} progress={watched.progress} stop={watched.stop} stoppedWord={printing('printStopped')} />
      )}
      {sent && !asking && print.refusal === null && <Message tone="ok">{printing('sent')}</Message>}
      {!file && drawing.error === null && drawing.progress === null && <Loading />}
      {file && (
        <PdfPreview
          fileId={file.fileId}
          name={file.name}
          copies={file.copies}
          printing={print.running}
          onPrint={() => (wasPrinted || sent ? setAsking(true) : run(''))}
        />
      )}
      {asking && (
        <ReasonDialog
          title={text('againTitle', { count: ids.length })}
          open
          onClose={() => setAsking(false)}
          word={text('again')}
          running={print.running}
          refusal={print.refusal}
          maxLength={100}
          placeholder={text('againExample')}
          onReason={run}
        >
          <p className="muted">{text('againHint')}</p>
        </ReasonDialog>
      )}
    </div>
  )
}
