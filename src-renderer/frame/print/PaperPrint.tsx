import { useState, type ReactNode } from 'react'
import { type PaperLook, plainLook } from '#domain/paper-stock'
import { useApiCommand, useApiQuery } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { printFile } from '../../transport.ts'
import { ReasonDialog } from '../../ui/Dialog.tsx'
import { Message } from '../../ui/Notice.tsx'
import { PdfPreview } from '../../ui/PdfPreview.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { useWatched } from '../../ui/use-watched.ts'
import { DrawingState } from './DrawingState.tsx'
import { PaperChoice, paperOf } from './PaperChoice.tsx'
import { manyPapers, usePaperDrawing } from './use-drawing.ts'
import { directPrint, usePrinting } from './use-printing.ts'
import './print.css'

type Props = {
  /** issued papers, in the order they are to be printed */
  readonly ids: readonly number[]
  /** whether one of several was printed before; the first is asked when left out */
  readonly isAgain?: boolean
  /** what a saved copy is called; the host's name when left out */
  readonly name?: string
  /** beside a page with a primary act of its own: printing steps back */
  readonly beside?: boolean
  readonly actions?: ReactNode
}

/**
 * Issued papers as they are printed: looked at first, printed with Ctrl+P. Every print is logged; a further one asks
 * for its reason and bears 补打 on every copy (settled.md 26). Papers of one form: they go to one printer and paper.
 */
export function PaperPrint({ ids, isAgain: knownAgain, name, beside = false, actions }: Props) {
  const text = useText('printing')
  const [once, setOnce] = useState<{ readonly form: string; readonly look: PaperLook } | null>(null)
  const [asking, setAsking] = useState(false)
  const [sent, setSent] = useState<string | null>(null)
  const chosen = [...ids]
  const { data: first } = useApiQuery('papers', 'get', { id: ids[0] ?? 0 }, { enabled: ids.length > 0 })
  const seat = usePrinting(first?.form)
  // another paper for once is meant for this form, not for the next one shown here
  const options = (once?.form === first?.form ? once?.look : undefined) ?? seat?.printing.look ?? plainLook
  const drawing = usePaperDrawing(ids, options, seat !== undefined)
  const { file } = drawing
  const print = useApiCommand('papers', 'print')
  const [printId, setPrintId] = useState<string | null>(null)
  const watched = useWatched(printId, print.running)
  const run = async (reason: string) => {
    const exportId = ids.length < manyPapers ? null : crypto.randomUUID()
    setPrintId(exportId)
    // the progress of many stands on the page, not behind the question
    if (exportId !== null) setAsking(false)
    const printed = await print.run({ ids: chosen, options, reason, exportId })
    if (printed === null || seat === undefined) return
    setAsking(false)
    setSent(chosen.join(','))
    await printFile(printed.fileId, directPrint({ printer: seat.printing.printer, paper: paperOf(options, seat.stock) }, printed.sheet))
  }
  const isSent = sent === chosen.join(',')
  const isAgain = isSent || knownAgain === true || (first !== undefined && first.printCount > 0 && first.status === 'issued')
  return (
    <div className="paper-print">
      {seat !== undefined && <PaperChoice stock={seat.stock} printing={seat.printing} look={options} onChange={(look) => setOnce({ form: seat.stock.form, look })} />}
      <DrawingState {...drawing} stoppedWord={text('drawStopped')} />
      {!asking && <DrawingState error={print.refusal} progress={watched.progress} stop={watched.stop} stoppedWord={text('printStopped')} />}
      {isSent && !asking && print.refusal === null && <Message tone="ok">{text('sent')}</Message>}
      {!file && drawing.error === null && drawing.progress === null && <Loading />}
      {file && <PdfPreview fileId={file.fileId} name={name ?? file.name} copies={file.copies} printing={print.running} beside={beside} actions={actions} onPrint={() => (isAgain ? setAsking(true) : run(''))} />}
      {asking && (
        <ReasonDialog
          title={ids.length > 1 ? text('againMany', { count: ids.length }) : text('againTitle', { number: first?.number ?? '' })} open onClose={() => setAsking(false)}
          word={text('again')} running={print.running} refusal={print.refusal} maxLength={100} placeholder={text('againExample')} onReason={run}
        >
          <p className="muted">{text('againHint')}</p>
        </ReasonDialog>
      )}
    </div>
  )
}
