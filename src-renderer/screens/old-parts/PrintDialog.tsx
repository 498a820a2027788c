import { useEffect, useState } from 'react'
import { refusalOf, useApiCommand, useApiQuery, type ApiInput, type ApiOutput } from '../../api.ts'
import { useText } from '../../messages/index.ts'
import { printFile } from '../../transport.ts'
import { Views } from '../../ui/Choices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Message, Notice } from '../../ui/Notice.tsx'
import { PdfPreview } from '../../ui/PdfPreview.tsx'
import { Loading } from '../../ui/Progress.tsx'
import { TextInput } from '../../ui/fields/inputs.tsx'

import './print.css'

type Options = ApiInput<'papers', 'preview'>['options']
type Produced = ApiOutput<'papers', 'preview'>
type Frame = { readonly title: string; readonly onClose: () => void }
type Props = Frame & (
  | { readonly ids: readonly number[]; readonly isLabel: boolean; readonly draft?: never }
  | { readonly draft: ApiInput<'papers', 'previewDraft'>; readonly ids?: never; readonly isLabel?: never }
)

/** The real paper, looked at and printed with Ctrl+P; a draft can only be looked at. */
export function PrintDialog(props: Props) {
  return props.draft === undefined ? <IssuedDialog {...props} /> : <DraftDialog {...props} />
}

function width(): number {
  return Math.min(1040, window.innerWidth - 64)
}

function DraftDialog({ title, draft, onClose }: Frame & { readonly draft: ApiInput<'papers', 'previewDraft'> }) {
  const { data, error } = useApiQuery('papers', 'previewDraft', draft)
  return (
    <Dialog title={title} open onClose={onClose} width={width()}>
      <div className="print-dialog">
        <Notice refusal={error} />
        {data === undefined ? error === null && <Loading /> : <PdfPreview fileId={data.fileId} name={data.name} copies={data.copies} />}
      </div>
    </Dialog>
  )
}

/** A second print of any of them asks for a reason and is marked 补打. Labels go on single stock or four to a sheet, from a chosen place on. */
function IssuedDialog({ title, ids, isLabel, onClose }: Frame & { readonly ids: readonly number[]; readonly isLabel: boolean }) {
  const text = useText('oldParts')
  const [options, setOptions] = useState<Options>({ profile: 'default', startAt: 1 })
  const [shown, setShown] = useState<Produced | null>(null)
  const [reason, setReason] = useState('')
  const [printed, setPrinted] = useState(0)
  const [failure, setFailure] = useState<unknown>(null)
  const { run: draw, refusal: notDrawn } = useApiCommand('papers', 'preview')
  const { run: print, running, refusal: notPrinted } = useApiCommand('papers', 'print')
  const { data: first } = useApiQuery('papers', 'get', { id: ids[0] ?? 0 })
  const times = Math.max(first?.printCount ?? 0, printed)
  const idText = ids.join(',')
  const { profile, startAt } = options
  useEffect(() => {
    let wanted = true
    void draw({ ids: idText.split(',').map(Number), options: { profile, startAt } }).then((file) => { if (file && wanted) setShown(file) })
    return () => { wanted = false }
  }, [draw, idText, profile, startAt])
  const toPrinter = async () => {
    const file = await print({ ids: [...ids], options, reason: reason.trim() })
    if (file === null) return
    setPrinted(times + 1)
    setReason('')
    await printFile(file.fileId).catch(setFailure)
  }
  return (
    <Dialog title={title} open onClose={onClose} width={width()}>
      <div className="print-dialog">
        <Notice refusal={notDrawn ?? notPrinted ?? (failure === null ? null : refusalOf(failure))} />
        {printed > 0 && notPrinted === null && <Message tone="ok">{text('printed')}</Message>}
        {times > 0 && (printed === 0 || notPrinted !== null) && (
          <label className="print-reason"><span>{text('again', { times: times + 1 })}</span><TextInput value={reason} onChange={setReason} maxLength={100} placeholder={text('againHint')} autoFocus /></label>
        )}
        {isLabel && (
          <div className="print-stock">
            <span className="muted">{text('stock')}</span>
            <Views label={text('stock')} value={profile} onChange={(next) => setOptions({ profile: next, startAt: 1 })} views={[{ value: 'default', label: text('stockSingle') }, { value: 'sheet4', label: text('stockSheet') }]} />
            {profile === 'sheet4' && <>
              <span className="muted">{text('startAt')}</span>
              <Views label={text('startAt')} value={String(startAt)} onChange={(place) => setOptions({ profile, startAt: Number(place) })} views={['1', '2', '3', '4'].map((place) => ({ value: place, label: place }))} />
              <span className="faint small">{text('startHint')}</span>
            </>}
          </div>
        )}
        {shown === null ? notDrawn === null && <Loading /> : <PdfPreview fileId={shown.fileId} name={shown.name} copies={shown.copies} printing={running} onPrint={toPrinter} />}
      </div>
    </Dialog>
  )
}
