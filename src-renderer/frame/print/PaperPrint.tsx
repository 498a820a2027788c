import { useState, type ReactNode } from 'react'
import { type PaperLook, plainLook } from '#domain/paper-stock'
import { useApiCommand, useApiQuery } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { printFile } from '../../transport.ts'
import { ReasonDialog } from '../../ui/Dialog.tsx'
import { Message } from '../../ui/Notice.tsx'
import { PdfPreview } from '../../ui/PdfPreview.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { DrawingState } from './DrawingState.tsx'
import { PaperChoice, paperOf } from './PaperChoice.tsx'
import { usePaperDrawing, usePrintWatch } from './use-drawing.ts'
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

type Sent = { readonly ids: string; readonly look: string; readonly file: ReturnType<typeof usePaperDrawing>['file'] }

/**
 * Issued papers as they are printed: looked at first, printed with Ctrl+P. Every print is logged; a further one asks
 * for its reason and bears 补打 on every copy (settled.md 26). Papers of one form: they go to one printer and paper.
 */
export function PaperPrint({ ids, isAgain: knownAgain, name, beside = false, actions }: Props) {
  const text = useText('printing')
  const [once, setOnce] = useState<{ readonly form: string; readonly look: PaperLook } | null>(null)
  const [asking, setAsking] = useState(false)
  const [sent, setSent] = useState<Sent | null>(null)
  const chosen = [...ids]
  const { data: first } = useApiQuery('papers', 'get', { id: ids[0] ?? 0 }, { enabled: ids.length > 0 })
  const seat = usePrinting(first?.form)
  // another paper for once is meant for this form, not for the next one shown here
  const options = (once?.form === first?.form ? once?.look : undefined) ?? seat?.printing.look ?? plainLook
  const drawing = usePaperDrawing(ids, options, seat !== undefined)
  const idKey = chosen.join(',')
  const isSent = sent?.ids === idKey
  // what went to the printer stays in sight, unless it is void by now; the drawing behind it is already the next print, marked 补打
  const isInSight = isSent && sent.look === JSON.stringify(options) && first?.status === 'issued'
  const file = isInSight ? sent.file : drawing.file
  const print = useApiCommand('papers', 'print')
  const watched = usePrintWatch(ids.length, print.running)
  const run = async (reason: string) => {
    const exportId = watched.begin()
    // the progress of many stands on the page, not behind the question
    setAsking(exportId === null && reason !== '')
    const printed = await print.run({ ids: chosen, options, reason, exportId })
    if (printed === null || seat === undefined) return
    setAsking(false)
    setSent({ ids: idKey, look: JSON.stringify(options), file: drawing.file })
    await printFile(printed.fileId, directPrint({ printer: seat.printing.printer, paper: paperOf(options, seat.stock) }, printed.sheet))
  }
  // only a further one of several was printed before: its refusal is the question
  const needsReason = print.refusal?.sentence.key === 'paper.reprintReason'
  const isAsking = asking || needsReason
  const isAgain = isSent || knownAgain === true || (first !== undefined && first.printCount > 0 && first.status === 'issued')
  return (
    <div className="paper-print">
      {seat !== undefined && (
        <PaperChoice
          stock={seat.stock}
          printing={seat.printing}
          look={options}
          onChange={(look) => setOnce({ form: seat.stock.form, look })}
        />
      )}
      {!isInSight && <DrawingState {...drawing} stoppedWord={text('drawStopped')} />}
      {!isAsking && (
        <DrawingState error={print.refusal} progress={watched.progress} stop={watched.stop} stoppedWord={text('printStopped')} />
      )}
      {isSent && !isAsking && print.refusal === null && <Message tone="ok">{text('sent')}</Message>}
      {!file && drawing.error === null && drawing.progress === null && <Loading />}
      {file && (
        <PdfPreview
          fileId={file.fileId}
          name={name ?? file.name}
          copies={file.copies}
          printing={print.running}
          beside={beside}
          actions={actions}
          onPrint={() => (isAgain ? setAsking(true) : run(''))}
        />
      )}
      {isAsking && (
        <ReasonDialog
          title={ids.length > 1 ? text('againMany', { count: ids.length }) : text('againTitle', { number: first?.number ?? '' })}
          open
          onClose={() => {
            setAsking(false)
            print.clear()
          }}
          word={text('again')}
          running={print.running}
          refusal={needsReason ? null : print.refusal}
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
