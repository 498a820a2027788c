import { useEffect, useState } from 'react'
import { useApiCommand, useApiQuery, type ApiOutput } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { printFile } from '../../transport.ts'
import { Views } from '../../ui/Choices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PdfPreview } from '../../ui/PdfPreview.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { TextInput } from '../../ui/fields/inputs.tsx'

type Produced = ApiOutput<'papers', 'preview'>

type Props = {
  readonly title: string
  readonly ids: readonly number[]
  /** labels can stand four on a sheet */
  readonly isLabel: boolean
  readonly onClose: () => void
}

/** The frozen paper itself: looked at first, printed with Ctrl+P. A second print asks for a reason and is marked 补打. */
export function PaperDialog({ title, ids, isLabel, onClose }: Props) {
  const text = useText('workOrders')
  const [profile, setProfile] = useState<'default' | 'sheet4'>('default')
  const [shown, setShown] = useState<Produced | null>(null)
  const [reason, setReason] = useState('')
  const [printed, setPrinted] = useState(false)
  const { run: draw, refusal: notDrawn } = useApiCommand('papers', 'preview')
  const { run: print, running, refusal: notPrinted } = useApiCommand('papers', 'print')
  const { data: first } = useApiQuery('papers', 'get', { id: ids[0] ?? 0 }, { enabled: ids.length > 0 })
  const isAgain = (first?.printCount ?? 0) > 0
  const idText = ids.join(',')
  useEffect(() => {
    void draw({ ids: idText.split(',').map(Number), options: { profile, startAt: 1 } }).then((file) => { if (file) setShown(file) })
  }, [draw, idText, profile])
  const toPrinter = async () => {
    if (isAgain && reason.trim().length < 2) return document.getElementById('reprint-reason')?.focus()
    const file = await print({ ids: [...ids], options: { profile, startAt: 1 }, reason: reason.trim() })
    if (file === null) return undefined
    setShown(file)
    setPrinted(true)
    setReason('')
    return printFile(file.fileId)
  }
  return (
    <Dialog title={title} open onClose={onClose} width={Math.min(1040, window.innerWidth - 64)}>
      <div className="paper-dialog">
        <Notice refusal={notDrawn ?? notPrinted} />
        {isAgain && (
          <label className="paper-reason">
            <span>{text(printed ? 'printedNow' : 'reprintReason')}</span>
            <TextInput id="reprint-reason" value={reason} onChange={setReason} maxLength={100} placeholder={text('reprintHint')} />
          </label>
        )}
        {shown === null ? notDrawn === null && <Loading /> : (
          <PdfPreview fileId={shown.fileId} name={shown.name} copies={shown.copies} printing={running} onPrint={() => void toPrinter()}
            actions={isLabel && <Views label={text('labelPaper')} value={profile} onChange={setProfile} views={[{ value: 'default', label: text('labelOne') }, { value: 'sheet4', label: text('labelFour') }]} />} />
        )}
      </div>
    </Dialog>
  )
}
